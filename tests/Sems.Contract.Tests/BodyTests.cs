namespace Sems.Contract.Tests;

/// <summary>Bodies good and bad; nothing they do depends on another case, so they share a server.</summary>
public sealed class BodyTests(TestGateway gateway) : IClassFixture<TestGateway>
{
    public static TheoryData<string, string> Cases => TranscriptCase.Titles("bodies", "ranges");

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_body_is_understood_or_refused_by_name(string file, string title) =>
        TranscriptPlayer.PlayAsync(gateway, TranscriptCase.Find(file, title));
}
