namespace Sems.Gateway.Admin;

/// <summary>The operator API's routes of pushes and alarms.</summary>
internal static class AlertRoutes
{
    public static void MapPushesAndAlarms(this RouteGroupBuilder api)
    {
        api.MapGet("/pushes", PushEndpoints.List)
            .WithSummary("Pushes to students, newest first; by student, charge, kind (already_finish, pay_finish, delay, exception) and state (pending, sent, undeliverable, dead)")
            .Produces<PushPage>().Produces<Problem>(400);
        api.MapGet("/pushes/{id:long}", PushEndpoints.One).WithSummary("One push").Produces<PushView>().Produces<Problem>(404);
        api.MapPost("/pushes/{id:long}/retry", PushEndpoints.Retry).WithSummary("Sends a dead or undeliverable push anew, its tries counted from the beginning")
            .Produces<PushView>().Produces<Problem>(404).Produces<Problem>(409);
        api.MapGet("/alarms", AlarmEndpoints.List)
            .WithSummary("Alarms, latest raised first or worst first (sort=-last_at, -severity); by group, ammeter, rule, severity (notice, warning, danger), charge, open, acknowledged (true, false), and when last raised: from (inclusive), to (exclusive)")
            .Produces<AlarmPage>().Produces<Problem>(400);
        api.MapGet("/alarms/{id:long}", AlarmEndpoints.One).WithSummary("One alarm").Produces<AlarmView>().Produces<Problem>(404);
        api.MapPost("/alarms/{id:long}/acknowledge", AlarmEndpoints.Acknowledge).WithSummary("Somebody has seen it; whoever was first is kept")
            .Produces<AlarmView>().Produces<Problem>(404);
        api.MapPost("/alarms/{id:long}/clear", AlarmEndpoints.Clear)
            .WithSummary("It is over; what goes on being wrong raises a new one").Produces<AlarmView>().Produces<Problem>(404);
    }
}
