namespace Sems.Gateway.Student.Reading;

/// <summary>A student's first page. Times are UTC; money is integer fen; energy kWh.</summary>
/// <param name="Sessions">What charges now.</param>
/// <param name="Last">The charge that ended last.</param>
/// <param name="Month">This month, China's.</param>
/// <param name="Obstacles">What keeps the student from starting a charge now.</param>
public sealed record HomeView(
    DateTimeOffset Now, IReadOnlyList<LiveSessionView> Sessions, StudentChargeView? Last, MonthSumView Month, OwedView Unpaid, IReadOnlyList<ObstacleView> Obstacles);

/// <summary>A month: charges that ended, what they took and cost.</summary>
/// <param name="Month">Such as 2026-11.</param>
public sealed record MonthSumView(string Month, long Charges, double EnergyKwh, long Fen);

/// <summary>What is owed.</summary>
public sealed record OwedView(long Fen, long Count);

/// <summary>Something in the way of a charge.</summary>
/// <param name="Code">not_registered, blocked, already_charging, arrears.</param>
/// <param name="Message">The same in words.</param>
public sealed record ObstacleView(string Code, string Message);

/// <summary>A student's charge that is open, now: A, V, W of the last sample.</summary>
/// <param name="Online">The station polls.</param>
/// <param name="Switch">charging, low, paused or locked.</param>
/// <param name="Level">What the station is told: on, off, release or lock.</param>
/// <param name="Seconds">Since the start, s.</param>
/// <param name="Phase">constant_current, taper, trickle, zero_current, interrupted or idle; null before the first sample.</param>
/// <param name="Fen">The price so far.</param>
/// <param name="Tariff">In words.</param>
public sealed record LiveSessionView(
    long ChargeId, string Group, string StationName, string Ammeter, string SocketName, bool Online, string Switch, string Level, OwnPendingView? Pending,
    DateTimeOffset StartedAt, long Seconds, DateTimeOffset? FullAt, string? Phase, double? CurrentA, double? VoltageV, double? PowerW, double EnergyKwh, long Fen,
    DateTimeOffset? LastSampleAt, long Samples, string Tariff, CanView Can, GaugeView Gauge);

/// <summary>A command the station has not been seen to obey.</summary>
/// <param name="ByMe">The student gave it.</param>
public sealed record OwnPendingView(string Level, DateTimeOffset RequestedAt, bool ByMe);

/// <summary>What the student can do with the socket.</summary>
/// <param name="On">Switch it on.</param>
/// <param name="Off">Switch it off.</param>
/// <param name="WhyNot">Where neither: why.</param>
public sealed record CanView(bool On, bool Off, string? WhyNot);

/// <summary>How full the battery is: docs/batteries.md.</summary>
/// <param name="Percent">0 to 100, 100 only when it was seen full; null when nobody can tell.</param>
/// <param name="Basis">full, said, curve or none.</param>
/// <param name="Uncertainty">Points either way.</param>
/// <param name="SecondsToFull">s; null when nobody can tell.</param>
/// <param name="LeftPercent">What the student said was left at the start.</param>
/// <param name="CapacityKwh">By the label, kWh.</param>
/// <param name="EnergyInKwh">Energy from the mains so far, kWh.</param>
public sealed record GaugeView(
    double? Percent, string Basis, double? Uncertainty, long? SecondsToFull, double? LeftPercent, double? CapacityKwh, double EnergyInKwh);

/// <summary>A student's charge.</summary>
/// <param name="Status">charging, low, paused or ended.</param>
/// <param name="Seconds">How long it took, or takes by now, s.</param>
/// <param name="EnergyKwh">Null when nothing was measured.</param>
/// <param name="Fen">What it cost, or costs by now.</param>
/// <param name="BillStatus">unpaid, paid or waived; null while it is open.</param>
/// <param name="EndReason">What ended it, such as card or release.</param>
/// <param name="Notes">What the student should know of it, in words.</param>
public sealed record StudentChargeView(
    long ChargeId, string Group, string StationName, string Ammeter, string SocketName, string Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    DateTimeOffset? FullAt, long Seconds, double? EnergyKwh, long? Fen, string? BillStatus, string? EndReason, IReadOnlyList<string> Notes);

/// <summary>A page of the student's charges.</summary>
public sealed record StudentChargePage(IReadOnlyList<StudentChargeView> Items, long Total, int Page, int PageSize);

/// <summary>A student's bill.</summary>
/// <param name="Status">unpaid, paid or waived.</param>
/// <param name="At">When it was made.</param>
/// <param name="PaidAt">When it was paid or waived.</param>
/// <param name="Reason">Why it is not as it was made, where somebody said.</param>
/// <param name="Tariff">In words.</param>
/// <param name="Parts">What it is made of; they sum to it.</param>
public sealed record StudentBillView(
    long ChargeId, long Fen, string Status, DateTimeOffset At, DateTimeOffset? PaidAt, string? Reason, string Tariff, IReadOnlyList<BillPartView> Parts,
    StudentChargeView Charge);

/// <summary>A part of a bill.</summary>
/// <param name="What">In words.</param>
/// <param name="Seconds">Time it is for, s.</param>
/// <param name="EnergyKwh">Energy it is for.</param>
/// <param name="Fen">What a cap takes off is negative.</param>
public sealed record BillPartView(string What, long? Seconds, double? EnergyKwh, long Fen);

/// <summary>A page of the student's bills.</summary>
public sealed record StudentBillPage(IReadOnlyList<StudentBillView> Items, long Total, int Page, int PageSize);

/// <summary>A student's months, oldest first; those without any charge are there, too.</summary>
public sealed record MonthsView(IReadOnlyList<MonthView> Months);

/// <summary>A month, China's.</summary>
/// <param name="Month">Such as 2026-11.</param>
/// <param name="Fen">Its bills.</param>
/// <param name="UnpaidFen">Those of them that are not paid yet.</param>
public sealed record MonthView(string Month, long Charges, double EnergyKwh, long Fen, long UnpaidFen);

/// <summary>The days of a month, each of them.</summary>
public sealed record MonthDaysView(string Month, IReadOnlyList<DayOfMonthView> Days);

/// <summary>A day, China's.</summary>
/// <param name="Day">Such as 2026-11-03.</param>
public sealed record DayOfMonthView(string Day, long Charges, double EnergyKwh, long Fen);

/// <summary>A page of what the student was told, newest first.</summary>
public sealed record StudentPushPage(IReadOnlyList<StudentPushView> Items, long Total, int Page, int PageSize);

/// <summary>Something the student was told.</summary>
/// <param name="Kind">already_finish, pay_finish, delay or exception.</param>
/// <param name="State">sent, waiting or failed.</param>
public sealed record StudentPushView(long PushId, long ChargeId, string Kind, DateTimeOffset At, string Text, string State);

/// <summary>The stations, nearest first; without an origin by number.</summary>
public sealed record NearbyView(OriginView? Origin, IReadOnlyList<NearStationView> Stations);

/// <summary>Where distances are from, WGS-84 degrees.</summary>
/// <param name="From">given: with the request; wechat: where WeChat last said the student is.</param>
public sealed record OriginView(double Latitude, double Longitude, string From, DateTimeOffset At);

/// <summary>A station, now.</summary>
/// <param name="DistanceM">m; null without a place or an origin.</param>
public sealed record NearStationView(
    string Group, string Name, double? Latitude, double? Longitude, double? DistanceM, int Total, int Free, int Charging, bool Online);

/// <summary>A station with its sockets, now.</summary>
public sealed record StationSocketsView(
    string Group, string Name, double? Latitude, double? Longitude, double? DistanceM, int Total, int Free, int Charging, bool Online, IReadOnlyList<FreeSocketView> Sockets);

/// <summary>A socket: never whose.</summary>
/// <param name="State">free, charging, full, paused or locked.</param>
public sealed record FreeSocketView(string Ammeter, string Name, string State);

/// <summary>How a station's counts are told live.</summary>
public sealed record PlaceCountsView(string Group, int Free, int Total, int Charging, bool Online);
