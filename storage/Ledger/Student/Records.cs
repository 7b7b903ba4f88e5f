namespace Sems.Storage.Ledger.Student;

/// <summary>A bill as its student sees it.</summary>
/// <param name="Charge">What it is for; its bill is there.</param>
/// <param name="SettledAt">When its status was last changed; null while it is as it was made.</param>
/// <param name="Reason">Why, where something was said.</param>
public sealed record StudentBill(ChargeRecord Charge, DateTimeOffset? SettledAt, string? Reason);

/// <summary>What a rule decided in a charge: as a decision, without its samples.</summary>
public sealed record ChargeNote(long ChargeId, string Rule, string Action, DateTimeOffset At, string Message);
