namespace Sems.Simulator.WeChat.Callback;

/// <summary>How a call is made.</summary>
/// <param name="Encrypted">Encrypted; null for as the account agreed.</param>
/// <param name="Repeat">How often the same message is sent on top of the first time, each time signed anew, as WeChat does where it hears nothing.</param>
/// <param name="Replay">Whether the very same request follows once more, as somebody would who overheard it.</param>
public sealed record CallbackMode(bool? Encrypted = null, int Repeat = 0, bool Replay = false);
