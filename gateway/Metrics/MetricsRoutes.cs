using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Live;
using Sems.Silo;
using Sems.Silo.Metrics.Otlp;
using Sems.Storage;

namespace Sems.Gateway.Metrics;

/// <summary>
/// <c>/metrics</c> for Prometheus: for operators, or for whoever sends <c>Metrics:Token</c> as a bearer token, or with <c>Metrics:Open=true</c> for everyone.
/// </summary>
internal static class MetricsRoutes
{
    private const string Bearer = "Bearer ";

    public static void AddMetricsPage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.AddSingleton(MetricsAccess.Read(configuration));
        services.AddSingleton<MeterBook>();
        services.AddHostedService(provider => provider.GetRequiredService<MeterBook>());
        services.AddOtlpMetrics(configuration, "sems-gateway");
    }

    public static void MapMetricsPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", WriteAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task WriteAsync(
        HttpContext context, MetricsAccess access, IAuthorizationService authorization, MeterBook book, LiveHub live, IDatabaseReader database, CancellationToken cancel)
    {
        if (!IsOpenTo(context, access) && !(await authorization.AuthorizeAsync(context.User, AccessPolicies.Operators)).Succeeded)
        {
            if (context.User.Identity?.IsAuthenticated == true) await Refusals.ForbiddenAsync(context);
            else await Refusals.SignedOutAsync(context);
            return;
        }
        var text = new PrometheusText();
        text.Add("sems_info", "gauge", "What runs", "engine", (SiloEngine.Name, 1));
        await AddCampusAsync(text, database, cancel);
        text.Add("sems_live_listeners", "gauge", "Streams of server-sent events that are open", live.Listeners);
        book.WriteTo(text);
        context.Response.ContentType = PrometheusText.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(text.ToString(), cancel);
    }

    private static bool IsOpenTo(HttpContext context, MetricsAccess access)
    {
        if (access.Open) return true;
        var header = context.Request.Headers.Authorization.ToString();
        return access.Token is { } token && header.StartsWith(Bearer, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[Bearer.Length..]), Encoding.UTF8.GetBytes(token));
    }

    /// <summary>What storage knows of the campus; without it there is still everything else.</summary>
    private static async Task AddCampusAsync(PrometheusText text, IDatabaseReader database, CancellationToken cancel)
    {
        try
        {
            var totals = await database.Ledger.TotalsAsync(cancel);
            var alarms = await AlarmEndpoints.CountsAsync(database, cancel);
            var pushes = await PushEndpoints.CountsAsync(database, cancel);
            var samples = await database.Curves.SampleCountAsync(cancel);
            text.Add("sems_storage_up", "gauge", "1 when storage can be read", 1);
            text.Add("sems_sessions_open", "gauge", "Sessions that have not ended", totals.OpenCharges);
            text.Add("sems_sessions_ended_total", "counter", "Sessions that have ended", totals.EndedCharges);
            text.Add("sems_samples_stored_total", "counter", "Samples stored since the database was made", samples);
            text.Add("sems_energy_kilowatthours_total", "counter", "Energy of the sessions that have ended", totals.EnergyWh / 1000);
            text.Add("sems_bills_fen_total", "counter", "Sum of all bills, fen", totals.BillsFen);
            text.Add("sems_bills_unpaid_fen", "gauge", "Sum of unpaid bills, fen", totals.UnpaidFen);
            text.Add("sems_alarms_open", "gauge", "Alarms that are not over", alarms.Open);
            text.Add("sems_alarms_unacknowledged", "gauge", "Of these, those nobody has acknowledged", alarms.Unacknowledged);
            text.Add("sems_alarms_danger", "gauge", "Of these, those of severity danger", alarms.Danger);
            text.Add("sems_pushes", "gauge", "Pushes to students by state", "state",
                ("pending", pushes.Pending), ("sent", pushes.Sent), ("undeliverable", pushes.Undeliverable), ("dead", pushes.Dead));
        }
        catch (StorageUnavailableException)
        {
            text.Add("sems_storage_up", "gauge", "1 when storage can be read", 0);
        }
    }
}
