using Sems.Gateway.Access;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>The operator API's routes of what curves say.</summary>
internal static class AnalysisRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/charges/{id:long}/analysis", AnalysisEndpoints.Charge)
            .WithSummary("What a charge's curve says: phases, findings, energy, features; of an open one as far as it has come").Produces<AnalysisView>().Produces<Problem>(404);
        api.MapGet("/models", ModelEndpoints.List).WithSummary("The normal charge of each brand's model").Produces<ModelView[]>();
        api.MapGet("/models/{key}", ModelEndpoints.One).WithSummary("One model with its picture and its reasons").Produces<ModelDetailView>().Produces<Problem>(404);
        api.MapGet("/batteries", BatteryEndpoints.List)
            .WithSummary("How students' batteries are, the worst first, or as sort says (soh_percent, last_at, charges, student_number); search is how student number, brand or model begins")
            .Produces<BatteryPage>().Produces<Problem>(400);
        api.MapGet("/batteries.csv", BatteryFiles.Csv).AsStream().WithSummary("The same list as a file, whole; X-Total-Count says how many")
            .Produces<string>(200, "text/csv").Produces<Problem>(400);
        api.MapGet("/batteries/summary", BatteryEndpoints.Summary).WithSummary("All batteries: how many of each verdict, and what they hold").Produces<BatterySummaryView>();
        api.MapGet("/batteries/{number}", BatteryEndpoints.One).WithSummary("A student's battery with its history, and what is still needed to tell")
            .Produces<BatteryDetailView>().Produces<Problem>(404);
    }
}
