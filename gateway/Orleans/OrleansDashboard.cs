using Orleans.Dashboard;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Silo.Orleans;

namespace Sems.Gateway.Hosting;

/// <summary>Orleans' own dashboard, for administrators.</summary>
internal static class OrleansDashboard
{
    /// <summary>Where it is.</summary>
    public const string Path = "/admin/orleans";

    /// <summary>Maps its pages, data and log stream, all behind the sign-in; or says that it is switched off.</summary>
    public static void MapDashboard(this WebApplication web)
    {
        if (DashboardSetting.IsOn(web.Configuration))
        {
            web.MapOrleansDashboard(Path).ForAdministrators().ExcludeFromDescription();
        }
        else
        {
            web.MapMissingDashboard(Path, "Orleans 控制台已关闭（设置 Orleans:Dashboard=off）");
        }
    }
}
