namespace Sems.Simulator.WeChat.Control;

/// <summary>How and what somebody tells the account.</summary>
/// <param name="Encrypted">As <see cref="Callback.CallbackMode.Encrypted"/>.</param>
/// <param name="Repeat">As <see cref="Callback.CallbackMode.Repeat"/>.</param>
/// <param name="Replay">As <see cref="Callback.CallbackMode.Replay"/>.</param>
/// <param name="Text">The words of a text.</param>
/// <param name="Key">The key of a button, or the address it opens.</param>
/// <param name="Latitude">WGS-84, degrees; where the person is, where not given.</param>
/// <param name="Longitude">WGS-84, degrees.</param>
/// <param name="Precision">m.</param>
public sealed record TellBody(
    bool? Encrypted = null, int Repeat = 0, bool Replay = false, string? Text = null, string? Key = null, double? Latitude = null, double? Longitude = null, double Precision = 40);

/// <summary>How tokens are to end.</summary>
/// <param name="Errcode">What a call with one is answered.</param>
/// <param name="Stuck">Whether <c>stable_token</c> goes on answering the ended one until it is forced.</param>
public sealed record ExpireBody(int Errcode = 42001, bool Stuck = false);

/// <summary>A bike to plug in.</summary>
/// <param name="Size">small, medium or large.</param>
/// <param name="Percent">What is left in the battery, 0 to 100.</param>
public sealed record PlugInBody(string Size = "medium", double Percent = 40);

/// <summary>Whose phone the page shows.</summary>
/// <param name="Openid">The person's openid.</param>
public sealed record ChooseBody(string Openid);

/// <summary>A body of which nothing is read.</summary>
public sealed record NoBody;
