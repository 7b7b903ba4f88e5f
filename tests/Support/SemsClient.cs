using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sems.Tests.Support;

/// <summary>Speaks to a running SEMS over HTTP, as a station and as an operator.</summary>
public sealed class SemsClient : IDisposable
{
    public const string AdminPassword = "correct horse battery";

    public SemsClient(string address)
    {
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Http { get; }

    /// <summary>One of the six calls, with this body.</summary>
    public Task<Reply> ServiceAsync(string name, string body) => ServiceAsync(name, Encoding.UTF8.GetBytes(body));

    /// <inheritdoc cref="ServiceAsync(string, string)"/>
    public async Task<Reply> ServiceAsync(string name, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/service/" + name) { Content = content });
    }

    /// <summary>One of the six calls, with these keys in its headers.</summary>
    public Task<Reply> ServiceWithKeysAsync(string name, string body, params string[] keys)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/service/" + name) { Content = new StringContent(body) };
        foreach (var key in keys) request.Headers.Add("X-Station-Key", key);
        return SendAsync(request);
    }

    /// <summary>A new key for a station.</summary>
    public Task<Reply> RotateKeyAsync(string group, string query = "") => SendAsync(Admin(HttpMethod.Post, $"/api/admin/stations/{group}/key{query}", AdminPassword));

    /// <summary>A station's keys taken away.</summary>
    public Task<Reply> ClearKeyAsync(string group) => SendAsync(Admin(HttpMethod.Delete, $"/api/admin/stations/{group}/key", AdminPassword));

    public Task<Reply> StartAsync(string card, string group, string ammeter) => ServiceAsync("start", Session(card, group, ammeter));

    public Task<Reply> EndAsync(string card, string group, string ammeter) => ServiceAsync("end", Session(card, group, ammeter));

    public Task<Reply> SampleAsync(string group, string ammeter, double current, double energy, double? time, double? voltage = null) =>
        ServiceAsync("charge", string.Create(CultureInfo.InvariantCulture,
            $$"""{"current_value":{{current}},"energy_value":{{energy}},"voltage_value":{{Number(voltage)}},"time":{{Number(time)}},"ammeterGroup_number":"{{group}}","ammeter_number":"{{ammeter}}"}"""));

    public Task<Reply> PollAsync(string group) => ServiceAsync("AmmeterControl", $$"""{"ammeterGroup_number":"{{group}}"}""");

    public Task<Reply> MoneyAsync(string group, string ammeter) =>
        ServiceAsync("money", $$"""{"ammeterGroup_number":"{{group}}","ammeter_number":"{{ammeter}}"}""");

    /// <summary>A call of the operator API with an administrator's account.</summary>
    public Task<Reply> AdminAsync(string path, string password = AdminPassword) => SendAsync(Admin(HttpMethod.Get, path, password));

    /// <summary>A command to a meter.</summary>
    public Task<Reply> ControlAsync(string group, string ammeter, string action) =>
        ControlBodyAsync(group, ammeter, $$"""{"action":"{{action}}"}""");

    /// <summary>A command to a meter, the body as given.</summary>
    public Task<Reply> ControlBodyAsync(string group, string ammeter, string body) => AdminPostAsync($"/api/admin/ammeters/{group}/{ammeter}/control", body);

    /// <summary>A POST to the operator API with an administrator's account; null for no body at all.</summary>
    public Task<Reply> AdminPostAsync(string path, string? body) => AdminSendAsync(HttpMethod.Post, path, body);

    /// <summary>Any call of the operator API with an administrator's account; null for no body at all.</summary>
    public Task<Reply> AdminSendAsync(HttpMethod method, string path, string? body)
    {
        var request = Admin(method, path, AdminPassword);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return SendAsync(request);
    }

    /// <summary>Rows of the list of charges.</summary>
    public async Task<JsonElement[]> ChargesAsync(string query = "")
    {
        var reply = await AdminAsync("/api/admin/charges" + query);
        Assert.Equal(200, (int)reply.Status);
        return [.. reply.Json.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Samples of a charge, each as it stands in the reply.</summary>
    public async Task<string[]> CurveAsync(long chargeId, string query = "")
    {
        var reply = await AdminAsync($"/api/admin/charges/{chargeId}/curve{query}");
        Assert.Equal(200, (int)reply.Status);
        return [.. reply.Json.GetProperty("points").EnumerateArray().Select(p => p.GetRawText())];
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request) return await Reply.ReadAsync(await Http.SendAsync(request));
    }

    public void Dispose() => Http.Dispose();

    private static HttpRequestMessage Admin(HttpMethod method, string path, string password)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password)));
        return request;
    }

    private static string Session(string card, string group, string ammeter) =>
        $$"""{"card_number":{{JsonSerializer.Serialize(card)}},"ammeterGroup_number":"{{group}}","ammeter_number":"{{ammeter}}"}""";

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "null";
}
