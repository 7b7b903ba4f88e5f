using Sems.Gateway.Access;
using Sems.Gateway.Admin.Export;

namespace Sems.Gateway.Admin.Ledger;

/// <summary>The operator API's sums, files and details of charges and bills.</summary>
internal static class LedgerRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/charges.csv", LedgerFiles.Charges).AsStream().WithSummary("The list of charges as a file, all of it; X-Total-Count says how many rows")
            .Produces<string>(200, "text/csv").Produces<Problem>(400);
        api.MapGet("/charges/{id:long}/curve.csv", LedgerFiles.Curve).AsStream().WithSummary("A charge's samples as a file")
            .Produces<string>(200, "text/csv").Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/phases", ChargeDetails.Phases)
            .WithSummary("What the battery was doing: constant_current, taper, trickle, zero_current, interrupted, idle, and how sure that is; gaps of over 5 minutes are left out")
            .Produces<PhasesView>().Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/controls", ChargeDetails.Controls).WithSummary("What people told the meter while the charge lasted")
            .Produces<ControlsView>().Produces<Problem>(404);
        api.MapGet("/bills.csv", LedgerFiles.Bills).AsStream().WithSummary("The list of bills as a file, all of it; X-Total-Count says how many rows")
            .Produces<string>(200, "text/csv").Produces<Problem>(400);
        api.MapPost("/bills/settle", SettleEndpoint.Settle).ForAdministrators()
            .WithSummary("One step (pay, waive, reopen) with up to 500 bills; what one refuses does not stop the others")
            .Produces<SettleView>().Produces<Problem>(400);
        api.MapGet("/bills/summary", SummaryEndpoints.Summary)
            .WithSummary("Sums by day, station or student; days are China's, the last 30 unless from and to are given; by student at most 31, in pages, the most first")
            .Produces<SummaryView>().Produces<Problem>(400);
        api.MapGet("/arrears", SummaryEndpoints.Arrears).WithSummary("Students who owe something, by unpaid_fen, the most first")
            .Produces<ArrearsPage>().Produces<Problem>(400);
        api.MapGet("/events", EventsEndpoint.Events).WithSummary("What happened last on the campus, newest first; limit is 1 to 100, 30 unless given")
            .Produces<EventsView>().Produces<Problem>(400);
    }
}
