using System.Text.Json;

namespace Sems.Simulator.Demo;

/// <summary>What the server has recorded in all.</summary>
/// <param name="SessionsCompleted">Sessions that ended.</param>
/// <param name="Bills">Bills written.</param>
/// <param name="BillsFen">Their sum, fen.</param>
/// <param name="SessionsOpen">Sessions that go on.</param>
/// <param name="Samples">Samples kept.</param>
public sealed record ServerOverview(long SessionsCompleted, long Bills, long BillsFen, long SessionsOpen, long Samples)
{
    /// <summary>Reads the answer; fields it does not know are left aside.</summary>
    /// <exception cref="InvalidDataException">A count that is needed is missing.</exception>
    public static ServerOverview Read(JsonElement json) => new(
        Needed(json, "sessions_completed"), Needed(json, "bills"), Perhaps(json, "bills_fen") ?? 0, Perhaps(json, "sessions_open") ?? 0,
        Perhaps(json, "samples") ?? 0);

    /// <summary>What was added since an earlier look; open sessions are as they are now.</summary>
    public ServerOverview Since(ServerOverview earlier) => new(
        SessionsCompleted - earlier.SessionsCompleted, Bills - earlier.Bills, BillsFen - earlier.BillsFen, SessionsOpen, Samples - earlier.Samples);

    private static long Needed(JsonElement json, string name) =>
        Perhaps(json, name) ?? throw new InvalidDataException($"the server's overview has no number '{name}'");

    private static long? Perhaps(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;
}
