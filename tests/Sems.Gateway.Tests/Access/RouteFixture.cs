namespace Sems.Gateway.Tests.Access;

/// <summary>A gateway with somebody of each kind signed in.</summary>
public sealed class RouteFixture : IAsyncLifetime
{
    private const string Password = "a password for tests";
    private TestGateway? _gateway;

    public TestGateway Gateway => _gateway!;

    /// <summary>Not signed in, but with a token.</summary>
    public WebSession Nobody { get; private set; } = null!;

    /// <summary>An operator.</summary>
    public WebSession Operator { get; private set; } = null!;

    /// <summary>An administrator.</summary>
    public WebSession Administrator { get; private set; } = null!;

    /// <summary>An administrator whose password somebody else knows.</summary>
    public WebSession Newcomer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(("Api:Limits", "off")); // every route is asked many times
        await AddAsync("clerk", "operator");
        Operator = await AddAsync("rose", "operator");
        await ChangePasswordAsync(Operator);
        Newcomer = await AddAsync("jack", "administrator");
        Administrator = await WebSession.SignedInAsync(Gateway.Client);
        Nobody = new WebSession(Gateway.Client.Http.BaseAddress!);
        await Nobody.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var session in new[] { Nobody, Operator, Administrator, Newcomer }) session?.Dispose();
        if (_gateway is not null) await _gateway.DisposeAsync();
    }

    private static async Task ChangePasswordAsync(WebSession session) =>
        Assert.Equal(204, (int)(await session.SendAsync(HttpMethod.Put, "/api/session/password", $$"""{"current":"{{Password}}","password":"{{Password}} 2"}""")).Status);

    private async Task<WebSession> AddAsync(string name, string role)
    {
        var made = await Gateway.Client.AdminPostAsync("/api/admin/administrators", $$"""{"user_name":"{{name}}","role":"{{role}}","password":"{{Password}}"}""");
        Assert.Equal(201, (int)made.Status);
        return await WebSession.SignedInAsync(Gateway.Client, name, Password);
    }
}
