"""Golden values for test/statistics, from scipy and statsmodels: python golden.py > golden.json"""
import json
import numpy as np
import scipy, statsmodels
from scipy import stats
import statsmodels.api as sm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.contingency_tables import mcnemar

values = [0.8, 0.6, 0.9, 1.0, 0.4, 0.7, 0.2, 0.5, 0.95, 0.3, 0.85, 0.1]
families = list("aaabbccddeef")
fit = sm.OLS(np.array(values), np.ones(len(values))).fit(
    cov_type="cluster", cov_kwds={"groups": [ord(f) for f in families], "use_correction": True, "df_correction": True}, use_t=True)
# statsmodels multiplies by (n-1)/(n-k) x C/(C-1); with k = 1 the first factor is 1.
clustered = {"values": values, "families": families, "mean": fit.params[0], "se": fit.bse[0],
             "low": fit.conf_int(0.05)[0][0], "high": fit.conf_int(0.05)[0][1]}
alone = stats.ttest_1samp(values, 0)
diffs = [-0.3, -0.1, -0.25, 0.05, -0.15, -0.4, 0.1, -0.2, -0.05, -0.35]

def flip(alternative):
    return stats.permutation_test((np.array(diffs),), np.mean, permutation_type="samples", n_resamples=np.inf, alternative=alternative).pvalue

ps = [0.01, 0.04, 0.03, 0.005, 0.5]
boot = stats.bootstrap((np.array(values),), np.mean, n_resamples=200000, method="BCa", rng=np.random.default_rng(1))
bootm = stats.bootstrap((np.array(values),), np.median, n_resamples=200000, method="BCa", rng=np.random.default_rng(1))
print(json.dumps({
    "versions": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "t": [{"p": p, "df": d, "q": stats.t.ppf(p, d)} for p, d in [(.975, 1), (.975, 5), (.95, 19), (.999, 59), (.8, 3), (.0001, 7)]],
    "tCdf": [{"t": t, "df": d, "p": stats.t.cdf(t, d)} for t, d in [(2, 5), (-3, 19), (0.1, 2), (-12, 4)]],
    "normal": [{"p": p, "q": stats.norm.ppf(p)} for p in [.975, .8, 1e-6]],
    "wilson": [{"k": k, "n": n, "level": l, **dict(zip(("low", "high"), stats.binomtest(k, n).proportion_ci(l, "wilson")))}
               for k, n, l in [(0, 60, .95), (9, 10, .95), (49, 60, .95), (1, 3, .9), (7, 7, .99)]],
    "zero": [{"n": n, "bound": stats.binomtest(0, n, alternative="less").proportion_ci(.95, "exact").high} for n in [1, 20, 60, 300]],
    "mcnemar": [{"lost": b, "won": c, "pWorse": stats.binomtest(c, b + c, .5, "less").pvalue,
                 "pBetter": stats.binomtest(b, b + c, .5, "less").pvalue,
                 "two": mcnemar([[0, b], [c, 0]], exact=True).pvalue} for b, c in [(10, 2), (3, 3), (0, 5), (25, 11)]],
    "holm": {"ps": ps, "adjusted": multipletests(ps, method="holm")[1].tolist()},
    "clustered": clustered,
    "alone": {"se": stats.sem(values), "low": alone.confidence_interval().low, "high": alone.confidence_interval().high},
    "flip": {"diffs": diffs, "below": flip("less"), "above": flip("greater")},
    "bootstrap": {"mean": [boot.confidence_interval.low, boot.confidence_interval.high],
                  "median": [bootm.confidence_interval.low, bootm.confidence_interval.high]},
}, indent=1))
