using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Sems.Gateway.Access;
using Sems.Gateway.Admin.Analysis;
using Sems.Gateway.Admin.Control;
using Sems.Gateway.Admin.Imports;
using Sems.Gateway.Admin.Ledger;
using Sems.Gateway.Admin.Map;
using Sems.Gateway.Admin.Registry;
using Sems.Gateway.Admin.Stations;
using Sems.Gateway.Admin.Students;
using Sems.Gateway.Live;
using Sems.Gateway.OpenApi;

namespace Sems.Gateway.Admin;

/// <summary>The operator API: its services and its routes.</summary>
public static class AdminServices
{
    /// <summary>Adds what the operator API needs.</summary>
    public static void AddAdminApi(this IServiceCollection services)
    {
        services.AddSingleton<CampusViews>();
        services.AddSingleton<StationReader>();
        services.AddSingleton<ChargeAnalyses>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = AdminJson.Readable.Options.PropertyNamingPolicy;
            json.SerializerOptions.Encoder = AdminJson.Readable.Options.Encoder;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // else the document says of every number that it may be a text
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AdminJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(ControlJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(LedgerJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(MapJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(RegistryJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(ImportJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(AnalysisViewJson.Default);
        });
        services.AddApiDocument();
    }

    /// <summary>Maps <c>/api/admin</c> and <c>/openapi/v1.json</c>.</summary>
    public static void MapAdminApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        var api = routes.MapGroup("/api/admin").ForOperators().WithTags("operator").WithMetadata(new RequestSizeLimitAttribute(ApiLimits.MostBytes))
            .AddEndpointFilter(new BlankRoute());
        api.WithRequestTimeout(ApiTimeouts.Policy);
        api.MapGet("/overview", OverviewEndpoints.Overview).WithSummary("The campus, now").Produces<OverviewView>();
        StationRoutes.Map(api);
        StudentRoutes.Map(api);
        ImportRoutes.Map(api);
        api.MapGet("/ammeters/{group}/{ammeter}", AmmeterEndpoints.Status).WithSummary("One meter, now").Produces<AmmeterView>().Produces<Problem>(404);
        api.MapPost("/ammeters/{group}/{ammeter}/control", AmmeterEndpoints.Control)
            .WithSummary("on, off, release, lock, unlock; pending until the station obeys")
            .Produces<AmmeterView>().Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        AdministratorRoutes.Map(api);
        ControlRoutes.Map(api);
        LiveRoutes.Map(api);
        MapRoutes.Map(api);
        api.MapGet("/charges", ChargeEndpoints.List).WithSummary("Charges by start, newest first, or as sort says; student, group, ammeter, status, from and to of the start, minFen and maxFen; counted to 100,000").Produces<ChargePage>().Produces<Problem>(400);
        api.MapGet("/charges/{id:long}", ChargeEndpoints.One).WithSummary("One charge").Produces<ChargeView>().Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/curve", ChargeEndpoints.Curve)
            .WithSummary("Samples in order: [time as the station sent it, current_a, voltage_v, energy, power_w]").Produces<CurveView>()
            .Produces<Problem>(400).Produces<Problem>(404);
        api.MapGet("/charges/{id:long}/decisions", ChargeEndpoints.Decisions)
            .WithSummary("What rules decided in a charge, in order; samples as in its curve: those it was decided by, oldest first").Produces<DecisionsView>()
            .Produces<Problem>(404);
        MapBills(api);
        LedgerRoutes.Map(api);
        AnalysisRoutes.Map(api);
        MapSettings(api);
        api.MapPushesAndAlarms();
        api.MapPost("/stations/{group}/key", StationKeyEndpoints.Rotate).ForAdministrators()
            .WithSummary("A new random key for a station, answered this once; the ones before stay good for overlapHours (0 to 720, default the setting's)")
            .Produces<StationKeyView>().Produces<Problem>(400).Produces<Problem>(404);
        api.MapDelete("/stations/{group}/key", StationKeyEndpoints.Clear).ForAdministrators().WithSummary("Takes a station's keys away").Produces(204).Produces<Problem>(404);
        api.MapGet("/service", StationServiceEndpoint.Service)
            .WithSummary("Requests of stations by call and outcome, and what was refused: how often, and the last few").Produces<StationServiceView>();
        api.MapGet("/cluster", ClusterEndpoint.Cluster)
            .WithSummary("Silos, grains in memory, calls by method (last minute) and minute by minute (last hour)").Produces<ClusterView>();
        api.MapGet("/diagnostics/memory", DiagnosticsEndpoints.Memory)
            .WithSummary("Memory of this process; with collect=true after a full garbage collection").Produces<MemoryView>();
    }

    private static void MapSettings(RouteGroupBuilder api)
    {
        const string change = "needs the version that was read";
        api.MapGet("/settings", SettingsEndpoints.Campus)
            .WithSummary("The campus's settings: what is set, what is in force, what the configuration says, and which stations have their own").Produces<SettingsView>();
        Changing(api.MapPut("/settings", SettingsEndpoints.ReplaceCampus).WithSummary("Sets just these, takes all others back; " + change));
        Changing(api.MapPatch("/settings", SettingsEndpoints.ChangeCampus).WithSummary("Sets these, takes back those that are null; " + change));
        api.MapGet("/stations/{group}/settings", SettingsEndpoints.Station)
            .WithSummary("A station's settings: what is set apart for it, what is in force").Produces<SettingsView>().Produces<Problem>(404);
        Changing(api.MapPut("/stations/{group}/settings", SettingsEndpoints.ReplaceStation).WithSummary("Sets just these apart for the station; " + change)).Produces<Problem>(404);
        Changing(api.MapPatch("/stations/{group}/settings", SettingsEndpoints.ChangeStation)
            .WithSummary("Sets these apart for the station, takes back those that are null; " + change)).Produces<Problem>(404);
        Changing(api.MapDelete("/stations/{group}/settings", SettingsEndpoints.ClearStation)
            .WithSummary("The station goes by the campus's settings again; needs ?version= that was read")).Produces<Problem>(404);
        api.MapPost("/settings/price-example", SettingsEndpoints.PriceExample)
            .WithSummary("What a charge would cost by the tariff in force with changes: fen, and what falls to each rate; energy is drawn evenly")
            .Produces<PriceExampleView>().Produces<SettingsProblem>(400).Produces<Problem>(404);
        api.MapGet("/audit", AuditEndpoint.List).ForAdministrators()
            .WithSummary("What administrators changed, newest first; by who, what (settings.change, …), subject (campus, station/0001), from (inclusive) and to (exclusive)")
            .Produces<AuditPage>().Produces<Problem>(400);
    }

    private static RouteHandlerBuilder Changing(RouteHandlerBuilder route) =>
        route.ForAdministrators().Produces<SettingsView>().Produces<SettingsProblem>(400).Produces<Problem>(409);

    private static void MapBills(RouteGroupBuilder api)
    {
        api.MapGet("/bills", BillEndpoints.List)
            .WithSummary("Bills, newest first, or as sort says; counted to 100,000; from (inclusive) and to (exclusive) are dates or times, China's unless they have an offset")
            .Produces<BillPage>().Produces<Problem>(400);
        api.MapGet("/bills/{chargeId:long}", BillEndpoints.One)
            .WithSummary("One bill with every change of its status").Produces<BillHistoryView>().Produces<Problem>(404);
        api.MapPost("/bills/{chargeId:long}/pay", BillEndpoints.Pay).ForAdministrators().WithSummary("The student has paid; a reason may be given")
            .Produces<BillHistoryView>().Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        api.MapPost("/bills/{chargeId:long}/waive", BillEndpoints.Waive).ForAdministrators().WithSummary("The student need not pay; the reason is required")
            .Produces<BillHistoryView>().Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        api.MapPost("/bills/{chargeId:long}/reopen", BillEndpoints.Reopen).ForAdministrators().WithSummary("Paid or waived by mistake: unpaid again; a reason may be given")
            .Produces<BillHistoryView>().Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        api.MapGet("/students/{number}/account", BillEndpoints.Account)
            .WithSummary("A student's bills added up: fen and counts").Produces<AccountView>().Produces<Problem>(404);
    }
}
