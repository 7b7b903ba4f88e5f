using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.GrainInterfaces;
using Sems.Storage.Audit;

namespace Sems.Grains.Ammeters;

/// <summary>What a person commanded, for the audit log.</summary>
[GenerateSerializer, Immutable, Alias("sems.ControlNote")]
public sealed record ControlNote(
    [property: Id(0)] ControlAction Action, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] SwitchState From, [property: Id(4)] SwitchState To)
{
    /// <summary>A decision with the command that led to it, to be written down before anything else is told. One that changes nothing is not.</summary>
    public static Decision With(Decision decision, AmmeterState before, ControlAction action, string by, DateTimeOffset at)
    {
        if (decision.Next is not { } next) return decision;
        var note = new ControlNote(action, by, at, before.Switch, next.Switch);
        return Decision.Take(next with { Effects = [new Effect(EffectKind.Audit, before.Session?.ChargeId ?? 0) { Control = note }, .. next.Effects] });
    }

    /// <summary>Who, what, when.</summary>
    public AuditAct Act => new(By, AuditWords.Control(Word(Action)), At);

    /// <summary>What the row says of before.</summary>
    public string Before(long chargeId) => Facts(From, chargeId);

    /// <summary>What the row says of after.</summary>
    public string After(long chargeId) => Facts(To, chargeId);

    private static string Facts(SwitchState state, long chargeId) => JsonSerializer.Serialize(
        new ControlFacts(Word(state), Word(new AmmeterState { Switch = state }.Level), chargeId == 0 ? null : chargeId), ControlNoteJson.Default.ControlFacts);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>A meter as the audit log tells of it.</summary>
internal sealed record ControlFacts(string State, string Control, long? ChargeId);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ControlFacts))]
internal sealed partial class ControlNoteJson : JsonSerializerContext;
