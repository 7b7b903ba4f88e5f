using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>A push as a channel gets it.</summary>
/// <param name="PushId">The same for every try: a channel that can tell messages apart by a key of the sender's takes this one.</param>
/// <param name="Text">The whole of it in plain words, for channels that send text.</param>
/// <param name="Detail">The facts, for channels with forms of their own.</param>
public sealed record PushMessage(long PushId, long ChargeId, PushKind Kind, string StudentNumber, string Text, PushDetail Detail);
