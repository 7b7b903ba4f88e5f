using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests;

/// <summary>
/// A gateway with pushes, of which nothing is sent by itself, and alarms. Push 1 is of Jack's charge 5 and pending, 2 (of the same) dead, 3 of Rose's
/// charge 6 and undeliverable, 4 of Rose's charge 9 and sent. Alarm 1 is over; 2 of the same meter, open, raised twice; 3 of the station itself; 4 elsewhere.
/// </summary>
public sealed class AlertFixture : IAsyncLifetime
{
    public TestGateway Gateway { get; private set; } = null!;

    public SemsClient Client => Gateway.Client;

    private IOutbox Outbox => Gateway.Services.GetRequiredService<IDatabase>().Outbox;

    private IAlarms Alarms => Gateway.Services.GetRequiredService<IDatabase>().Alarms;

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.StartAsync(("Push:Channel", "none"));
        await AddAsync(5, PushKind.AlreadyFinish, "1030412535", """{"socket_name":"东门 1 号"}""");
        await AddAsync(5, PushKind.PayFinish, "1030412535", """{"fen":125}""", PushState.Dead, "template refused");
        await AddAsync(6, PushKind.Delay, "1030412536", "{}", PushState.Undeliverable, "not bound");
        await AddAsync(9, PushKind.PayFinish, "1030412536", "{}", PushState.Sent);
        await RaiseAsync("a", "0001", "0001", "over_current", AlarmSeverity.Danger, 5, "12.5 A");
        await Alarms.ClearAsync(new AlarmClear("b", "0001", "0001", "over_current", "over_current", Gateway.Clock.GetUtcNow()));
        await RaiseAsync("c", "0001", "0001", "over_current", AlarmSeverity.Warning, 6, "11 A");
        await RaiseAsync("d", "0001", "0001", "over_current", AlarmSeverity.Danger, 7, "14 A");
        await RaiseAsync("e", "0001", null, "offline", AlarmSeverity.Warning, null, "60 秒没有轮询");
        await RaiseAsync("f", "0002", "21652", "silence", AlarmSeverity.Notice, 8, "60 秒没有采样");
    }

    public async Task DisposeAsync() => await Gateway.DisposeAsync();

    /// <summary>Seconds after the beginning, as replies write it.</summary>
    public static string Time(int seconds) => JsonSerializer.SerializeToElement(TestGateway.Beginning.AddSeconds(seconds)).GetString()!;

    /// <summary>Raises an alarm a second after the last.</summary>
    public async Task RaiseAsync(string occurrence, string group, string? ammeter, string rule, AlarmSeverity severity, long? charge, string message)
    {
        Gateway.Clock.Advance(TimeSpan.FromSeconds(1)); // a minute, and stations that do not poll raise alarms of their own
        await Alarms.RaiseAsync(new AlarmRaise(occurrence, group, ammeter, rule, severity, charge, message, Gateway.Clock.GetUtcNow()));
    }

    /// <summary>The numbers in a list of /api/admin, and the length of all of it.</summary>
    public async Task<(string Found, int Total)> ListAsync(string list)
    {
        var reply = await Client.AdminAsync("/api/admin/" + list);
        Assert.Equal(200, (int)reply.Status);
        var ids = reply.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64());
        return (string.Join(' ', ids), reply.Json.GetProperty("total").GetInt32());
    }

    private async Task AddAsync(long charge, PushKind kind, string student, string detail, PushState state = PushState.Pending, string? error = null)
    {
        await Outbox.AddAsync(new PushRequest(charge, kind, student, detail, Gateway.Clock.GetUtcNow()));
        if (state == PushState.Pending) return;
        var id = (await Outbox.PushesAsync(new PushFilter(), 1, 1)).Items[0].PushId;
        await Outbox.RecordAsync(new PushAttempt(id, state, Gateway.Clock.GetUtcNow(), null, error));
    }
}
