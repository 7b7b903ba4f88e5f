using Sems.Gateway.Admin;

namespace Sems.Gateway.Hosting;

/// <summary>In the place of Orleans' own dashboard.</summary>
internal static class OrleansDashboard
{
    /// <summary>Says that this engine has none.</summary>
    public static void MapDashboard(this WebApplication web) =>
        web.MapMissingDashboard("/admin/orleans", "Orleans 控制台只在 Orleans 引擎下提供，当前为内置引擎（embedded）");
}
