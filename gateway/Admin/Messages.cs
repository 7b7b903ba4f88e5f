using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Gateway.Admin;

/// <summary>Why a request was not done.</summary>
public sealed record Problem(string Message);

/// <summary>A page of a list.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">The whole list's length, counted to 100,000.</param>
/// <param name="Capped">There are more than that.</param>
public sealed record ChargePage(IReadOnlyList<ChargeView> Items, long Total, bool Capped);

/// <summary>A charge. Times are UTC; money is integer fen; energy kWh. The counter's faults are null where they were not counted.</summary>
/// <param name="Minutes">How long it took, or takes by now; whole minutes.</param>
/// <param name="Live">Of one that is open.</param>
public sealed record ChargeView(
    long Id, string Group, string Ammeter, string StudentNumber, string CardNumber, string Status, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset? FullAt, long? Samples, double? EnergyKwh, IReadOnlyList<EnergyFaultView>? EnergyFaults, string? Reason,
    BillView? Bill, long Minutes, LiveView? Live = null);

/// <summary>Steps of an energy counter that were not believed.</summary>
/// <param name="Kind">backward, jump or scale.</param>
/// <param name="Count">How many.</param>
public sealed record EnergyFaultView(string Kind, int Count);

/// <summary>What a charge cost.</summary>
public sealed record BillView(long Fen, string Status, DateTimeOffset CreatedAt);

/// <summary>An open session, now: A, V, W of the last sample.</summary>
public sealed record LiveView(
    long ChargeId, string StudentNumber, DateTimeOffset StartedAt, long Samples, double EnergyKwh, IReadOnlyList<EnergyFaultView> EnergyFaults, long Fen,
    double? CurrentA, double? VoltageV, double? PowerW, DateTimeOffset? LastSampleAt);

/// <summary>A charge's samples in order.</summary>
/// <param name="Points">Rows of five: time as the station sent it (Unix s), A, V, energy counter, W; null where not sent.</param>
/// <param name="Gaps">Pauses of more than a minute between samples, before thinning: Unix s of the last one before, of the first one after.</param>
public sealed record CurveView(IReadOnlyList<double?[]> Points, IReadOnlyList<double[]> Gaps);

/// <summary>A meter, now.</summary>
public sealed record AmmeterView(string Group, string Ammeter, string Name, string State, string Control, PendingView? Pending, LiveView? Session);

/// <summary>A command not yet obeyed.</summary>
public sealed record PendingView(string Control, DateTimeOffset RequestedAt, string By);

/// <summary>A station, now. Its meters by what each is meant to do; W of their last samples added up.</summary>
/// <param name="Offline">All of its meters when it is offline, whatever each is meant to do; else none.</param>
/// <param name="Retired">It is out of service: nothing is known of it but what the registry has.</param>
public sealed record StationView(
    string Group, string Name, double? Latitude, double? Longitude, bool Online, DateTimeOffset? LastPollAt, int Total, int Free, int Charging,
    int Full, int Paused, int Locked, int Offline, double PowerW, bool Retired, bool HasKey, int OpenAlarms, IReadOnlyList<AmmeterView>? Ammeters = null);

/// <summary>The campus, now. Sums since the beginning; fen and kWh.</summary>
/// <param name="PowerW">What open sessions draw, W: as their meters send it, or else current times voltage (220 V where that is not sent either).</param>
/// <param name="YesterdaySoFar">Yesterday up to this time of day.</param>
public sealed record OverviewView(
    string Engine, DateTimeOffset Now, long Students, long Cards, long Ammeters, long SessionsOpen, long SessionsCompleted, long Bills, long BillsFen,
    long UnpaidFen, double EnergyKwh, long Samples, AlarmCountsView Alarms, PushCountsView Pushes, IReadOnlyList<StationView> Stations,
    double PowerW, SocketsView Sockets, DayView Today, DayView Yesterday, DayView YesterdaySoFar);

/// <summary>Sockets by what they do; those of stations that are silent are offline whatever they did last.</summary>
public sealed record SocketsView(int Total, int Free, int Charging, int Full, int Paused, int Locked, int Offline);

/// <summary>What a day of China's came to: charges that ended, their bills, fen and kWh.</summary>
public sealed record DayView(double EnergyKwh, long Fen, long Sessions, long Bills);

/// <summary>A command to a meter.</summary>
/// <param name="Action">on, off, release, lock or unlock.</param>
public sealed record ControlRequest(string? Action);

/// <summary>Memory of this process, bytes.</summary>
/// <param name="ManagedBytes">Objects on the managed heap.</param>
/// <param name="RssBytes">Resident memory.</param>
public sealed record MemoryView(long ManagedBytes, long RssBytes);

/// <summary>JSON of the operator API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ChargePage))]
[JsonSerializable(typeof(ChargeView))]
[JsonSerializable(typeof(CurveView))]
[JsonSerializable(typeof(DecisionsView))]
[JsonSerializable(typeof(AmmeterView))]
[JsonSerializable(typeof(StationView))]
[JsonSerializable(typeof(OverviewView))]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(MemoryView))]
[JsonSerializable(typeof(ClusterView))]
[JsonSerializable(typeof(BillPage))]
[JsonSerializable(typeof(BillHistoryView))]
[JsonSerializable(typeof(BillRequest))]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(StationKeyView))]
[JsonSerializable(typeof(StationServiceView))]
[JsonSerializable(typeof(SettingsView))]
[JsonSerializable(typeof(SettingsRequest))]
[JsonSerializable(typeof(SettingsProblem))]
[JsonSerializable(typeof(PriceExampleRequest))]
[JsonSerializable(typeof(PriceExampleView))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(PushPage))]
[JsonSerializable(typeof(PushView))]
[JsonSerializable(typeof(AlarmPage))]
[JsonSerializable(typeof(AlarmView))]
[JsonSerializable(typeof(AlarmCountsView))]
[JsonSerializable(typeof(IReadOnlyList<AlarmView>))]
public sealed partial class AdminJson : JsonSerializerContext
{
    /// <summary>With Chinese written as it is: these replies are never put into a page as they are.</summary>
    public static readonly AdminJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
