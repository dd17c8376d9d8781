import './elements/kpi-card/kpi-card.define.js';
import './elements/kpi-funnel/kpi-funnel.define.js';
import './elements/kpi-period/kpi-period.define.js';
import './elements/kpi-provider/kpi-provider.define.js';
import './elements/kpi-scorecard/kpi-scorecard.define.js';
import './elements/kpi-trend/kpi-trend.define.js';
