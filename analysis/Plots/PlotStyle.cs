namespace Sems.Analysis.Plots;

/// <summary>The look of a plot: quiet, and legible on paper without colour.</summary>
internal static class PlotStyle
{
    public const string Css = """
        text{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;fill:#1d2630;font-variant-numeric:tabular-nums}
        .title{font-size:25px;font-weight:600}.sub{font-size:14px;fill:#5b6672}.big{font-size:34px;font-weight:600;fill:#17774a}
        .tick{font-size:13px;fill:#3d4753}.axis{font-size:14px;fill:#3d4753}.key{font-size:13px;fill:#3d4753}.band{font-size:14px;font-weight:600;fill:#3d4753}
        .small{font-size:13px}.what{font-size:13px;fill:#3d4753}.mark{font-size:12px;font-weight:600;fill:#fff}
        polyline,line{fill:none}polyline{stroke-linejoin:round;stroke-linecap:round}
        .grid{stroke:#1d2630;stroke-opacity:.12;stroke-width:1}.frame{fill:none;stroke:#1d2630;stroke-opacity:.45;stroke-width:1}
        .edge{stroke:#1d2630;stroke-opacity:.4;stroke-width:1;stroke-dasharray:4 3}.seen{stroke-width:1;stroke-opacity:.55}
        .current{stroke:#0b57a4;stroke-width:1.8}.power{stroke:#b3500b;stroke-width:1.6}.voltage{stroke:#77399e;stroke-width:1.6}
        .energy{stroke:#17774a;stroke-width:2}.counter{stroke:#5b6672;stroke-width:1.4;stroke-dasharray:2 3}
        """;
}
