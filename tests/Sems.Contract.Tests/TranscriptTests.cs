namespace Sems.Contract.Tests;

/// <summary>What stations and SEMS say to each other, case by case; each case has a server of its own.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string, string> Cases => TranscriptCase.Titles("seed", "checkStudent", "start", "end", "charge", "AmmeterControl", "money");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_station_is_answered_to_the_letter(string file, string title)
    {
        var played = TranscriptCase.Find(file, title);
        await using var gateway = await TestGateway.StartAsync(played.Settings);
        await TranscriptPlayer.PlayAsync(gateway, played);
    }
}
