using System.Text.Json;

namespace Sems.Gateway.Tests.Rules;

/// <summary>A recorded overnight charge, played raw to the whole product with the clock following its samples.</summary>
public sealed class RealChargeTests
{
    private const double LongestStep = 50;

    [Fact]
    public async Task A_real_charge_is_never_locked_full_once_and_its_counter_and_silences_are_named()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        await using var gateway = await TestGateway.StartAsync();
        var evening = new Evening(gateway);
        var id = await evening.StartAsync();
        await evening.SweepAsync();
        var first = evening.Now;
        var silences = new List<DateTimeOffset>(); // when each may be seen first
        foreach (var row in rows)
        {
            var ahead = Ahead(row.Time - rows[0].Time, evening.Now - first);
            if (ahead.TotalSeconds > 60) silences.Add(evening.Now.AddSeconds(60));
            if (ahead.TotalSeconds > LongestStep) await evening.PassAsync(ahead);
            else gateway.Clock.Advance(ahead);
            (await evening.Client.SampleAsync("0001", "0001", row.CurrentA, row.Energy, row.Time)).MustBeDone();
        }

        var live = (await evening.Client.AdminAsync($"/api/admin/charges/{id}")).Json.GetProperty("live");
        Assert.Equal("backward 1, jump 2, scale 2", Faults(live));
        Assert.Equal("low", await evening.StateAsync());
        await evening.EndAsync();

        var charge = (await evening.Client.AdminAsync($"/api/admin/charges/{id}")).Json;
        Assert.Equal("backward 1, jump 2, scale 2", Faults(charge));
        Assert.InRange(charge.GetProperty("energy_kwh").GetDouble(), 2.5, 3);
        Assert.Equal(first.AddSeconds(30_768), charge.GetProperty("full_at").GetDateTimeOffset());

        var decided = await evening.DecidedAsync(id);
        Assert.Single(decided, "full low");
        Assert.DoesNotContain(decided, d => d.EndsWith(" lock") || d.EndsWith(" pause"));
        Assert.Equal(3, decided.Count(d => d.StartsWith("energy_") && d.EndsWith(" notice")));
        var full = (await evening.DecisionsAsync(id)).Single(d => d.GetProperty("rule").GetString() == "full");
        Assert.Equal(30_768, full.GetProperty("samples")[4][0].GetDouble() - rows[0].Time);

        // 76 s, 67 s, 405 s and 410 s: each longer than the 60 s of the rule.
        var alarms = await evening.AlarmsAsync("silence");
        Assert.Equal(4, silences.Count);
        Assert.Equal(silences.Count, alarms.Count);
        Assert.All(alarms, a => Assert.Equal((1, false), (a.Count, a.IsOpen)));
        Assert.All(alarms.Zip(silences), pair => Assert.InRange(pair.First.RaisedAt, pair.Second, pair.Second.AddSeconds(2)));
        Assert.Equal([(int)(405 - 60), 410 - 60], alarms.Skip(2).Select(a => (int)Math.Round((a.ClearedAt!.Value - a.RaisedAt).TotalSeconds)));
        Assert.Equal(["full low", "overtime alarm"], decided.Where(d => d is "full low" or "overtime alarm"));
    }

    /// <summary>How far the clock must go: with the samples, and ten seconds on where theirs leaps years back.</summary>
    private static TimeSpan Ahead(double sample, TimeSpan clock) =>
        sample < -3600 ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(Math.Max(0, sample - clock.TotalSeconds));

    private static string Faults(JsonElement owner) => string.Join(", ", owner.GetProperty("energy_faults").EnumerateArray()
        .Select(f => $"{f.GetProperty("kind").GetString()} {f.GetProperty("count").GetInt32()}"));
}
