using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Analysis;
using Sems.Gateway.Admin.Ledger;
using Sems.Gateway.Admin.Map;
using Sems.Gateway.Student.Live;

namespace Sems.Gateway.Student.Reading;

/// <summary>What students read.</summary>
internal static class ReadingRoutes
{
    public static void AddStudentReading(this IServiceCollection services)
    {
        services.AddSingleton<PlacesBook>();
        services.AddSingleton<SocketNames>();
        services.AddSingleton<CurveBook>();
        services.AddSingleton<LiveSessionReader>();
        services.AddSingleton<ChargeReader>();
        services.AddSingleton<BillReader>();
        services.AddSingleton<HomeReader>();
        services.AddSingleton<StudentSources>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(ReadingJson.Default));
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/home", OwnListEndpoints.Home).WithSummary("What charges now, the last charge, this month, what is owed, what is in the way of a charge").Produces<HomeView>();
        api.MapGet("/charges", OwnChargeEndpoints.List).WithSummary("One's own charges, newest first; from and to of the start, status open, charging, low, paused or ended")
            .Produces<StudentChargePage>().Produces<Problem>(400);
        api.MapGet("/charges/{id:long}", OwnChargeEndpoints.One).WithSummary("One of one's own charges").Produces<StudentChargeView>().Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/curve", OwnChargeEndpoints.Curve)
            .WithSummary("Its samples in order, thinned to so many points: [time as the station sent it, current_a, voltage_v, energy, power_w]").Produces<CurveView>()
            .Produces<Problem>(400).Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/phases", OwnChargeEndpoints.Phases).WithSummary("What the battery was doing").Produces<PhasesView>().Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/analysis", OwnAnalysisEndpoints.Charge)
            .WithSummary("What its curve says: phases, findings, energy; of an open one as far as it has come").Produces<AnalysisView>().Produces<Problem>(404);
        api.MapGet("/battery", OwnAnalysisEndpoints.Battery).WithSummary("How one's own battery is, as its charges tell").Produces<BatteryDetailView>();
        api.MapGet("/bills", OwnBillEndpoints.List).WithSummary("One's own bills, newest first; status unpaid, paid or waived").Produces<StudentBillPage>().Produces<Problem>(400);
        api.MapGet("/bills/{chargeId:long}", OwnBillEndpoints.One).WithSummary("One of one's own bills; its parts sum to it").Produces<StudentBillView>().Produces<Problem>(404);
        api.MapGet("/months", OwnListEndpoints.Months).WithSummary("The last months, China's: count is 1 to 36, 12 unless given").Produces<MonthsView>().Produces<Problem>(400);
        api.MapGet("/months/{month}", OwnListEndpoints.Month).WithSummary("The days of a month such as 2026-03").Produces<MonthDaysView>().Produces<Problem>(400);
        api.MapGet("/pushes", OwnListEndpoints.Pushes).WithSummary("What one was told, newest first").Produces<StudentPushPage>().Produces<Problem>(400);
        api.MapGet("/stations", NearbyEndpoints.List)
            .WithSummary("The stations, nearest first: from latitude and longitude (WGS-84), or from where WeChat said within the hour that one is").Produces<NearbyView>()
            .Produces<Problem>(400);
        api.MapGet("/stations/{group}", NearbyEndpoints.One).WithSummary("A station with its sockets, never whose they are").Produces<StationSocketsView>()
            .Produces<Problem>(400).Produces<Problem>(404);
        api.MapGet("/map", NearbyEndpoints.Map).WithSummary("The map behind the stations").Produces<MapView>();
        api.MapGet("/live", StudentLive.Listen).AsStream()
            .WithSummary("Server-sent events of up to 12 topics: home, places, session:ID of one's own; first the whole of each, then what changes")
            .Produces(200, contentType: "text/event-stream").Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(429);
    }
}
