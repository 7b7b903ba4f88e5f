using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Tests.Student;

/// <summary>A gateway where jack and rose have charged and charge, and jack has told more of himself.</summary>
public sealed class StudentRouteFixture : IAsyncLifetime
{
    public const string JackNumber = "1030412535";
    public const string RoseNumber = "1030412536";

    /// <summary>No charge has it.</summary>
    public const long NoCharge = 999_999;

    /// <summary>What only jack and administrators may read.</summary>
    public static readonly string[] OfJack = [JackNumber, "5sdf87e4", "\"jack\"", "13800001111", "jack-openid", "31.48123"];

    private TestGateway? _gateway;

    public TestGateway Gateway => _gateway!;

    public WebSession Jack { get; private set; } = null!;

    public WebSession Rose { get; private set; } = null!;

    public WebSession Administrator { get; private set; } = null!;

    /// <summary>Not signed in, but with a token.</summary>
    public WebSession Nobody { get; private set; } = null!;

    /// <summary>Jack's charge that has ended, with a bill.</summary>
    public long Ended { get; private set; }

    /// <summary>Jack's charge that goes on, at 0001/0001.</summary>
    public long Open { get; private set; }

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(("Api:Limits", "off")); // every route is asked many times
        Jack = await WebSession.StudentAsync(Gateway, JackNumber);
        Rose = await WebSession.StudentAsync(Gateway, RoseNumber);
        Administrator = await WebSession.SignedInAsync(Gateway.Client);
        Nobody = new WebSession(Gateway.Client.Http.BaseAddress!, WebSession.StudentSession);
        await Nobody.OpenAsync();
        await Jack.SendAsync(HttpMethod.Patch, "/api/student/me", """{"phone":"13800001111"}""");
        var jack = Gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(JackNumber);
        await jack.BindWechat("jack-openid");
        await jack.Position(31.48123, 120.27, Gateway.Clock.GetUtcNow());
        Ended = await ChargeAsync("5sdf87e4", "0001");
        await ChargeAsync("rose-card", "0002");
        Open = await StartAsync("5sdf87e4", "0001");
        await StartAsync("rose-card", "0002");
    }

    public async Task DisposeAsync()
    {
        foreach (var session in new[] { Jack, Rose, Administrator, Nobody }) session?.Dispose();
        if (_gateway is not null) await _gateway.DisposeAsync();
    }

    /// <summary>The routes for students that there are.</summary>
    public async Task<IReadOnlySet<string>> DocumentAsync()
    {
        var document = (await Gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"))).Json;
        return document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api/student/", StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject().Select(o => StudentRouteTable.Route.KeyOf(HttpMethod.Parse(o.Name), p.Name))).ToHashSet();
    }

    /// <summary>What must not change by what is refused: jack as he and an administrator see him, both sockets, the audit log.</summary>
    public async Task<string> StateAsync()
    {
        var me = (await Jack.SendAsync(HttpMethod.Get, "/api/student/me")).Text;
        var student = (await Gateway.Client.AdminAsync($"/api/admin/students/{JackNumber}")).Text;
        var other = (await Gateway.Client.AdminAsync("/api/admin/students/1030412538")).Text;
        var audit = (await Gateway.Client.AdminAsync("/api/admin/audit?pageSize=1")).Json.GetProperty("total").GetInt64();
        var meter = (await Gateway.Client.AdminAsync("/api/admin/ammeters/0001/0001")).Json;
        var places = await Gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(JackNumber).Places();
        return $"{me} {student} {other} {audit} {meter.GetProperty("state")} {meter.GetProperty("pending")} {string.Join(' ', places)}";
    }

    private async Task<long> ChargeAsync(string card, string ammeter)
    {
        var charge = await StartAsync(card, ammeter);
        Gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Gateway.Client.EndAsync(card, "0001", ammeter)).MustBeDone();
        return charge;
    }

    private async Task<long> StartAsync(string card, string ammeter)
    {
        (await Gateway.Client.StartAsync(card, "0001", ammeter)).MustBeDone();
        for (var i = 0; i < 8; i++) (await Gateway.Client.SampleAsync("0001", ammeter, 1.5, i * 0.01, null)).MustBeDone();
        return (await Gateway.Client.AdminAsync($"/api/admin/ammeters/0001/{ammeter}")).Json.GetProperty("session").GetProperty("charge_id").GetInt64();
    }
}
