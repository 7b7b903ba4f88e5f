using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.Gateway.Live;
using Sems.Gateway.Tests.Live;

namespace Sems.Gateway.Tests.Student.Reading;

/// <summary>What students look on at.</summary>
public sealed class StudentLiveTests : IAsyncLifetime
{
    private const string Card = "5sdf87e4";
    private const string Jack = "1030412535";
    private const string Rose = "1030412536";
    private TestGateway _gateway = null!;
    private WebSession _jack = null!;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(("Live:Listeners", "1"));
        _jack = await WebSession.StudentAsync(_gateway);
    }

    public async Task DisposeAsync()
    {
        _jack.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Home_is_told_whole_when_something_changes()
    {
        using var live = await LiveReader.OpenAsync(_jack, "home");
        using var places = await LiveReader.OpenAsync(_jack, "places");
        var home = (await live.NextAsync("home")).GetProperty("home");
        Assert.Equal(0, home.GetProperty("sessions").GetArrayLength());
        Assert.Equal(3, (await places.NextAsync("places")).GetProperty("places").GetArrayLength());
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        var began = (await live.NextAsync("home", Sessions(1))).GetProperty("home");
        Assert.Equal("already_charging", began.GetProperty("obstacles")[0].GetProperty("code").GetString());
        Assert.Equal("""[{"group":"0001","free":3,"total":4,"charging":1,"online":false}]""", (await places.NextAsync("places")).GetProperty("places").GetRawText());
        (await Client.SampleAsync("0001", "0001", 1.5, 0.1, 1000)).MustBeDone();
        await live.NextAsync("home", e => Sessions(1)(e) && e.GetProperty("home").GetProperty("sessions")[0].GetProperty("current_a").ValueKind == JsonValueKind.Number);
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await Client.EndAsync(Card, "0001", "0001")).MustBeDone();
        var ended = await live.NextAsync("home", e => Sessions(0)(e) && e.GetProperty("home").GetProperty("last").ValueKind == JsonValueKind.Object);
        Assert.Equal(50, ended.GetProperty("home").GetProperty("unpaid").GetProperty("fen").GetInt32());
    }

    [Fact]
    public async Task Each_sees_the_own_home()
    {
        using var rose = await WebSession.StudentAsync(_gateway, Rose);
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        using var hers = await LiveReader.OpenAsync(rose, "home");
        using var his = await LiveReader.OpenAsync(_jack, "home");
        await his.NextAsync("home", Sessions(1));
        await hers.NextAsync("home", Sessions(0));
        (await Client.StartAsync("rose-card", "0001", "0002")).MustBeDone();
        var home = (await hers.NextAsync("home", Sessions(1))).GetRawText();
        Assert.DoesNotContain(Jack, home);
    }

    [Fact]
    public async Task A_session_brings_its_new_samples()
    {
        (await Client.StartAsync(Card, "0001", "0001")).MustBeDone();
        await SampleAsync(0);
        var id = (await Client.ChargesAsync())[0].GetProperty("id").GetInt64();
        using var live = await LiveReader.OpenAsync(_jack, $"home,session:{id}");
        Assert.Equal(1, (await live.NextAsync("session")).GetProperty("points").GetArrayLength());
        for (var i = 1; i < 3; i++) await SampleAsync(i);
        Assert.Equal("[[1010,1.5,null,1,null],[1020,1.5,null,2,null]]", (await live.NextAsync("session", e => e.GetProperty("points").GetArrayLength() > 0)).GetProperty("points").GetRawText());
    }

    [Fact]
    public async Task The_sign_in_ends_and_the_stream_with_it()
    {
        using var live = await LiveReader.OpenAsync(_jack, "home");
        await live.NextAsync("home");
        Assert.Equal(200, (int)(await Client.AdminPostAsync($"/api/admin/students/{Jack}/reset-password", null)).Status);
        await live.EndAsync();
    }

    [Fact]
    public async Task Students_have_room_of_their_own_and_six_streams_each()
    {
        var streams = new List<LiveReader>();
        for (var i = 0; i < 6; i++) streams.Add(await LiveReader.OpenAsync(_jack, "places"));
        using (var refused = await _jack.StreamAsync("/api/student/live?topics=places")) Assert.Equal(429, (int)refused.StatusCode);
        using var rose = await WebSession.StudentAsync(_gateway, Rose);
        using var another = await LiveReader.OpenAsync(rose, "places");
        using var operators = await LiveReader.OpenAsync(_gateway, "alarms"); // the one there may be
        Assert.Equal(8, _gateway.Services.GetRequiredService<LiveHub>().Listeners);
        Assert.Equal(2, _gateway.Services.GetRequiredService<LiveHub>().Topics.Count); // places are looked at once for all
        streams.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task An_administrator_has_no_home()
    {
        using var admin = await WebSession.SignedInAsync(Client);
        using var refused = await admin.StreamAsync("/api/student/live?topics=home");
        Assert.Equal(401, (int)refused.StatusCode);
    }

    private static Func<JsonElement, bool> Sessions(int count) => e => e.GetProperty("home").GetProperty("sessions").GetArrayLength() == count;

    private async Task SampleAsync(int i) => (await Client.SampleAsync("0001", "0001", 1.5, i, 1000 + (10 * i))).MustBeDone();
}
