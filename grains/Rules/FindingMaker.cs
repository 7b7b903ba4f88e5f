using System.Globalization;
using Sems.Analysis.Anomalies;
using Sems.Analysis.Danger;
using Sems.Grains.Ammeters;
using Sems.Grains.Pushes;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Rules;

/// <summary>Puts what a rule found into words and figures.</summary>
internal static class FindingMaker
{
    /// <summary>A rule fired.</summary>
    public static Finding Found(AmmeterState state, RuleSet rule, RuleOutcome outcome, in Evidence evidence)
    {
        var message = Message(state, rule, evidence);
        var detail = Detail(state.Session!, evidence, RuleNames.Name(rule), message, endedAt: null);
        return new Finding(rule, outcome, evidence.Now, message, Samples(rule, evidence.Settings), ThroughMs(evidence), detail);
    }

    /// <summary>What it had found is over.</summary>
    public static Finding Over(RuleSet rule, in Evidence evidence)
    {
        var silent = rule == RuleSet.Silence;
        var samples = silent ? 1 : Samples(rule, evidence.Settings);
        var message = silent ? "又收到采样" : (rule & RuleNames.OfDanger) != 0 ? "恢复正常" : $"连续 {samples} 个采样恢复正常";
        return new Finding(rule, RuleOutcome.Clear, evidence.Now, message, samples, ThroughMs(evidence), "");
    }

    /// <summary>The facts for a push, JSON.</summary>
    public static string Detail(OpenSession session, in Evidence evidence, string reason, string? message, DateTimeOffset? endedAt)
    {
        var at = endedAt ?? evidence.Now;
        return new PushDetail
        {
            ChargeId = session.ChargeId,
            Station = evidence.Key.Group,
            StationName = evidence.Names.Station,
            Ammeter = evidence.Key.Ammeter,
            SocketName = evidence.Names.Socket,
            Reason = reason,
            Message = message,
            StartedAt = session.StartedAt,
            FullAt = session.FullAt,
            EndedAt = endedAt,
            At = at,
            Seconds = (long)Math.Max(0, (at - session.StartedAt).TotalSeconds),
            EnergyKwh = Math.Round(evidence.Progress.EnergyWh / 1000, 3),
            Fen = PriceCalculator.Price(session.Tariff, session.StartedAt, at, evidence.Progress.WhByRate).Value,
        }.ToJson();
    }

    /// <summary>Current (A) although the switch is meant to be open.</summary>
    public static string Stray(double currentA, LimitRule rule) => Text($"开关应已断开，电流 {currentA} A，连续 {rule.Samples} 个采样达到 {rule.Limit} A");

    private static string Message(AmmeterState state, RuleSet rule, in Evidence evidence)
    {
        var rules = evidence.Settings.Rules;
        var last = evidence.Progress.Last ?? default;
        var row = Samples(rule, evidence.Settings);
        var faults = evidence.Progress.EnergyFaults;
        return rule switch
        {
            RuleSet.Full => Text($"电流连续 {row} 个采样低于 {evidence.Settings.Full.TailA} A，现为 {last.CurrentA} A"),
            RuleSet.OverCurrent => Text($"电流 {last.CurrentA} A，连续 {row} 个采样超过 {rules.OverCurrent.Limit} A"),
            RuleSet.OverVoltage => Text($"电压 {last.VoltageV} V，连续 {row} 个采样超过 {rules.OverVoltage.Limit} V"),
            RuleSet.UnderVoltage => Text($"电压 {last.VoltageV} V，连续 {row} 个采样低于 {rules.UnderVoltage.Limit} V"),
            RuleSet.OverPower => Text($"功率 {Power(last):0.#} W，连续 {row} 个采样超过 {rules.OverPower.Limit} W"),
            RuleSet.StrayCurrent => Stray(last.CurrentA, rules.StrayCurrent),
            RuleSet.TailRise => Text($"充满后电流回升到 {last.CurrentA} A，连续 {row} 个采样高出尾段最低值 {rules.TailRise.Limit} A 以上"),
            RuleSet.EnergyBackward => Text($"电能读数倒退 {faults.Backward} 次，现为 {last.Energy} kWh"),
            RuleSet.EnergyJump => Text($"电能读数跳变 {faults.Jumps} 次，现为 {last.Energy} kWh"),
            RuleSet.EnergyScale => Text($"电能读数换了量级 {faults.Scales} 次，现为 {last.Energy} kWh"),
            _ when (rule & Watched) != 0 => Seen(rule, evidence),
            RuleSet.Silence => Text($"{Span(Quiet(state, evidence))}没有收到采样"),
            RuleSet.Overtime => Text($"充满后仍占用插座 {Span(rules.OvertimeAfter)}"),
            RuleSet.LongestCharge => Text($"已连续供电 {Span(rules.LongestCharge)}，断电"),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "not one rule"),
        };
    }

    /// <summary>The rules that the watch carries out.</summary>
    private const RuleSet Watched = RuleNames.OfDanger | RuleSet.EnergyStuck;

    /// <summary>Readings kept with a decision of the rules that count events rather than readings: ten minutes.</summary>
    private const int Events = 60;

    private static string Seen(RuleSet rule, in Evidence evidence)
    {
        var (sign, last) = (DangerRules.SignOf(rule), (evidence.Progress.Last ?? default).Point());
        var kind = FindingGrade.Of(sign, evidence.Progress.IsFull).Kind;
        return $"{FindingText.Seen(sign, evidence.Progress.Danger, last, evidence.Progress.Usual, evidence.Progress.EnergyWh)}，{FindingText.Advice(kind)}";
    }

    private static TimeSpan Quiet(AmmeterState state, in Evidence evidence)
    {
        var on = state.Session!.Rules.Power.Since ?? state.Session.StartedAt;
        return evidence.Now - (evidence.HeardAt > on ? evidence.HeardAt.Value : on);
    }

    private static double? Power(in Storage.Curves.Sample sample) => Limits.Power(sample.PowerW, sample.CurrentA, sample.VoltageV);

    /// <summary>How many samples lead to a decision.</summary>
    private static int Samples(RuleSet rule, ChargingSettings settings) => rule switch
    {
        RuleSet.Full => settings.Full.TailSamples,
        RuleSet.Silence or RuleSet.Overtime or RuleSet.LongestCharge => 0,
        _ when (rule & RuleNames.OfEnergy) != 0 => 2,
        RuleSet.Oscillation or RuleSet.RepeatedSpikes or RuleSet.HighTail => Events,
        _ => RuleLadder.LimitOf(rule, settings.Rules).Samples,
    };

    private static long ThroughMs(in Evidence evidence) => evidence.Progress.Last?.AtMs ?? 0;

    private static string Span(TimeSpan span) =>
        span.TotalMinutes < 2 ? Text($"{Math.Floor(span.TotalSeconds)} 秒") : span.TotalHours < 2 ? Text($"{Math.Floor(span.TotalMinutes)} 分钟") : Text($"{span.TotalHours:0.#} 小时");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
