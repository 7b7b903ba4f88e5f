using System.Globalization;

namespace Sems.Contract.Tests;

/// <summary>Plays a case against a gateway and compares every reply to the letter.</summary>
internal static class TranscriptPlayer
{
    public static async Task PlayAsync(TestGateway gateway, TranscriptCase played)
    {
        Reply? reply = null;
        var compared = 0;
        foreach (var line in played.Lines)
        {
            var rest = line[2..];
            switch (line[0])
            {
                case '>':
                    var (call, body) = Split(rest);
                    reply = await gateway.Client.ServiceAsync(call, body);
                    break;
                case '<':
                    Assert.NotNull(reply);
                    if (rest[0] == '{') reply.MustBe(200, rest);
                    else reply.MustBe(int.Parse(rest[..3], CultureInfo.InvariantCulture), rest[4..]);
                    compared++;
                    break;
                default:
                    await DoAsync(gateway, rest);
                    break;
            }
        }
        Assert.True(compared > 0, "a case that compares nothing proves nothing");
    }

    private static async Task DoAsync(TestGateway gateway, string order)
    {
        var (verb, rest) = Split(order);
        switch (verb)
        {
            case "with":
                break;
            case "wait":
                gateway.Clock.Advance(Span(rest));
                break;
            case "restart":
                await gateway.RestartAsync();
                break;
            case "control":
                var (meter, action) = Split(rest);
                var parts = meter.Split('/');
                Assert.Equal(200, (int)(await gateway.Client.ControlAsync(parts[0], parts[1], action)).Status);
                break;
            default:
                throw new FormatException($"no such order: {order}");
        }
    }

    private static TimeSpan Span(string text)
    {
        var number = double.Parse(text[..^1], CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => throw new FormatException($"no such time: {text}"),
        };
    }

    private static (string Head, string Tail) Split(string text)
    {
        var space = text.IndexOf(' ');
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
    }
}
