using System.Text;
using System.Text.Json;
using Sems.Gateway.Live;

namespace Sems.Gateway.Tests.Live;

/// <summary>What is told of two looks, and what becomes of a listener who does not listen.</summary>
public sealed class LivePictureTests
{
    private static readonly LiveTopic Topic = new("sockets", "");

    [Theory]
    [InlineData("a1 b1", "a1 b1", null)]
    [InlineData("a1 b1", "a1 b2", "2|")]
    [InlineData("a1 b1", "a1", "|b")]
    [InlineData("a1", "a1 b1 c1", "1,1|")]
    [InlineData("a1 b1", "b2 c3", "2,3|a")]
    [InlineData("", "", null)]
    public void Only_what_differs_is_told(string before, string now, string? told)
    {
        var bytes = Picture(now).Since(Topic, Picture(before));
        Assert.Equal(told is null, bytes is null);
        if (bytes is not null) Assert.Equal(told, Tell(bytes, full: false));
    }

    [Fact]
    public void The_whole_has_everything_and_nothing_gone() => Assert.Equal("1,2|", Tell(Picture("a1 b2").Whole(Topic), full: true));

    [Fact]
    public void A_time_of_day_is_no_change()
    {
        Assert.Null(Clock("1").Since(Topic, Clock("2")));
        Assert.NotNull(new LivePicture(new ValuePart("v", "1"u8.ToArray())).Since(Topic, new LivePicture(new ValuePart("v", "2"u8.ToArray()))));

        static LivePicture Clock(string now) => new(new ValuePart("v", Encoding.ASCII.GetBytes(now), "x"u8.ToArray()));
    }

    [Fact]
    public void Who_does_not_listen_is_given_up_after_so_many_events()
    {
        using var listener = new LiveListener("admin", new LiveAudience("operators", 1, 1));
        for (var i = 0; i < LiveListener.MostWaiting; i++) listener.Offer([1]);
        Assert.False(listener.Slow.IsCancellationRequested);
        listener.Offer([1]);
        Assert.True(listener.Slow.IsCancellationRequested);
        listener.Offer([1]);
        Assert.Equal(LiveListener.MostWaiting, listener.Events.Count);
    }

    [Fact]
    public void Who_has_ended_is_not_slow()
    {
        using var listener = new LiveListener("admin", new LiveAudience("operators", 1, 1));
        listener.End();
        listener.Offer([1]);
        Assert.False(listener.Slow.IsCancellationRequested);
    }

    private static LivePicture Picture(string items) => new(new ItemsPart("items", [
        .. items.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => (i[..1], Encoding.ASCII.GetBytes($"\"{i[0]}\""), Encoding.ASCII.GetBytes(i[1..]))),
    ]));

    private static string Tell(byte[] bytes, bool full)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.StartsWith("event: sockets\ndata: {", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n\n", text, StringComparison.Ordinal);
        var data = JsonElement.Parse(text["event: sockets\ndata: ".Length..]);
        Assert.Equal(("sockets", full), (data.GetProperty("topic").GetString(), data.GetProperty("full").GetBoolean()));
        return string.Join(',', data.GetProperty("items").EnumerateArray()) + "|" + string.Join(',', data.GetProperty("gone").EnumerateArray());
    }
}
