using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sems.Bench.Proofs.Crash;

/// <summary>Speaks to a running SEMS over HTTP, as stations, as a supervisor and, signed in, as an operator.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="password">The administrator's.</param>
public sealed class CampusClient(Uri address, string password) : IDisposable
{
    private const int MostPerPage = 500;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    private readonly AuthenticationHeaderValue _account = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password)));

    /// <summary>A swipe that begins a charge.</summary>
    public Task<Answer> StartAsync(string card, string group, string ammeter) => PostAsync("/service/start", Session(card, group, ammeter));

    /// <summary>A swipe that ends one.</summary>
    public Task<Answer> EndAsync(string card, string group, string ammeter) => PostAsync("/service/end", Session(card, group, ammeter));

    /// <summary>A sample.</summary>
    public Task<Answer> SampleAsync(string group, string ammeter, double current, double energy, long time, double voltage) => PostAsync(
        "/service/charge", string.Create(CultureInfo.InvariantCulture,
            $$"""{"current_value":{{current}},"energy_value":{{energy}},"voltage_value":{{voltage}},"time":{{time}},"ammeterGroup_number":"{{group}}","ammeter_number":"{{ammeter}}"}"""));

    /// <summary>A station asks for its commands.</summary>
    public Task<Answer> PollAsync(string group) => PostAsync("/service/AmmeterControl", $$"""{"ammeterGroup_number":"{{group}}"}""");

    /// <summary>An operator's command to a meter.</summary>
    public Task<Answer> ControlAsync(string group, string ammeter, string action) =>
        PostAsync($"/api/admin/ammeters/{group}/{ammeter}/control", $$"""{"action":"{{action}}"}""");

    /// <summary>The bill of the meter's last charge is paid.</summary>
    public async Task<Answer> PayLastAsync(string group, string ammeter)
    {
        var list = await GetAsync($"/api/admin/charges?group={group}&ammeter={ammeter}&pageSize=1");
        if (list.Status != 200) return list;
        return await PostAsync($"/api/admin/bills/{list.Json.GetProperty("items")[0].GetProperty("id").GetInt64()}/pay", null);
    }

    /// <summary>What the health endpoint says.</summary>
    public Task<Answer> HealthAsync() => GetAsync("/health/ready");

    /// <summary>The whole campus in figures.</summary>
    public async Task<JsonElement> OverviewAsync() => (await GetAsync("/api/admin/overview")).MustBeGood("the overview").Json;

    /// <summary>The charges of a meter, oldest first, without the first few.</summary>
    /// <param name="group">Its station.</param>
    /// <param name="ammeter">The meter.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <returns>How many there are in all, and the others.</returns>
    public async Task<(int Total, IReadOnlyList<JsonElement> Charges)> ChargesAsync(string group, string ammeter, int skip)
    {
        var charges = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var list = (await GetAsync($"/api/admin/charges?group={group}&ammeter={ammeter}&page={page}&pageSize={MostPerPage}")).MustBeGood("a list").Json;
            var total = list.GetProperty("total").GetInt32();
            var wanted = Math.Max(0, total - skip);
            charges.AddRange(list.GetProperty("items").EnumerateArray().Take(wanted - charges.Count));
            if (charges.Count < wanted && list.GetProperty("items").GetArrayLength() > 0) continue;
            charges.Reverse();
            return (total, charges);
        }
    }

    /// <summary>The samples of a charge, each as it stands in the answer.</summary>
    public async Task<IReadOnlyList<string>> CurveAsync(long chargeId)
    {
        var curve = (await GetAsync($"/api/admin/charges/{chargeId}/curve")).MustBeGood($"the curve of charge {chargeId}").Json;
        return [.. curve.GetProperty("points").EnumerateArray().Select(point => point.GetRawText())];
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    private Task<Answer> PostAsync(string path, string? body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (path.StartsWith("/api/", StringComparison.Ordinal)) request.Headers.Authorization = _account;
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        return new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Session(string card, string group, string ammeter) =>
        $$"""{"card_number":"{{card}}","ammeterGroup_number":"{{group}}","ammeter_number":"{{ammeter}}"}""";
}
