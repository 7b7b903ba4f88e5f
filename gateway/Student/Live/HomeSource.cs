using Sems.Gateway.Live;
using Sems.Gateway.Student.Reading;

namespace Sems.Gateway.Student.Live;

/// <summary>A student's first page. What seldom changes is read anew when a charge began or ended, and now and then.</summary>
internal sealed class HomeSource(string student, HomeReader reader, LiveJson json) : ILiveSource
{
    private static readonly TimeSpan SettledFor = TimeSpan.FromSeconds(10);
    private SettledHome? _settled;
    private long _settledAt;
    private string _sessions = "";

    public TimeSpan Period => TimeSpan.FromSeconds(2);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        if (_settled is null || TimeProvider.System.GetElapsedTime(_settledAt) > SettledFor) await SettleAsync(cancel);
        var home = await reader.ReadAsync(student, _settled!, cancel);
        var sessions = string.Join(' ', home.Sessions.Select(s => s.ChargeId));
        if (sessions != _sessions)
        {
            await SettleAsync(cancel);
            home = await reader.ReadAsync(student, _settled!, cancel);
        }
        _sessions = sessions;
        return new LivePicture(new ValuePart("home", json.Of(home), json.Of(home with { Now = default, Sessions = [.. home.Sessions.Select(s => s with { Seconds = 0 })] })));
    }

    private async Task SettleAsync(CancellationToken cancel) =>
        (_settled, _settledAt) = (await reader.SettledAsync(student, cancel), TimeProvider.System.GetTimestamp());
}
