namespace Sems.Storage.Outbox;

/// <summary>A push to be sent. The charge and the kind are its identity.</summary>
/// <param name="DetailJson">What the message is made of: the facts at the moment it was decided.</param>
public sealed record PushRequest(long ChargeId, PushKind Kind, string StudentNumber, string DetailJson, DateTimeOffset At);

/// <summary>A push as kept.</summary>
/// <param name="PushId">Grows with every push.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="NextAt">A pending one is not tried before.</param>
/// <param name="Error">What the last try failed of, or why it was given up.</param>
/// <param name="DoneAt">When it got its final state, or null.</param>
public sealed record PushRecord(
    long PushId, long ChargeId, PushKind Kind, string StudentNumber, string DetailJson, DateTimeOffset CreatedAt, PushState State,
    int Attempts, DateTimeOffset NextAt, string? Error, DateTimeOffset? DoneAt);

/// <summary>What a try came to.</summary>
/// <param name="State"><see cref="PushState.Pending"/> for another try at <paramref name="NextAt"/>.</param>
/// <param name="At">When it was tried.</param>
public sealed record PushAttempt(long PushId, PushState State, DateTimeOffset At, DateTimeOffset? NextAt, string? Error);

/// <summary>Which pushes to list; null means any.</summary>
public sealed record PushFilter(string? StudentNumber = null, long? ChargeId = null, PushKind? Kind = null, PushState? State = null);
