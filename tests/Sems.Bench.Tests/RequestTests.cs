using System.Text;
using Sems.Bench.Campus;
using Sems.Bench.Load;

namespace Sems.Bench.Tests;

public sealed class RequestTests
{
    private static readonly CampusShape Campus = new(80);

    [Fact]
    public void Only_what_varies_is_put_in()
    {
        var charge = Workloads.Charge(Campus);
        var template = new RequestTemplate("127.0.0.1:80", charge.Path, charge.Body);
        var copy = template.Copy();
        template.Patch(copy, new RequestValues(79, 2, 1_340_294_400));
        Assert.Equal(
            "POST /service/charge HTTP/1.1\r\nHost: 127.0.0.1:80\r\nContent-Type: application/json\r\nContent-Length: 123\r\n\r\n" +
            "{\"current_value\":2.19,\"energy_value\":100002,\"ammeterGroup_number\":\"0002\"," +
            "\"ammeter_number\":\"000000000039\",\"time\":1340294420}",
            Encoding.ASCII.GetString(copy));
    }

    [Fact]
    public void A_station_with_a_key_sends_its_own()
    {
        var poll = Workloads.Control(Campus, '1');
        var template = new RequestTemplate("h", poll.Path, poll.Body, Workloads.KeyHeader);
        var copy = template.Copy();
        template.Patch(copy, new RequestValues(79, 0, 0));
        Assert.Equal(
            "POST /service/AmmeterControl HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" +
            $"X-Station-Key: {CampusShape.Key("0002")}\r\nContent-Length: 30\r\n\r\n{{\"ammeterGroup_number\":\"0002\"}}",
            Encoding.ASCII.GetString(copy));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(100)]
    public void A_pass_comes_by_every_meter_once_and_times_increase(int connections)
    {
        var walk = new Walk(Workloads.Charge(Campus), connections, 1_000_000_000);
        for (var pass = 0; pass < 3; pass++)
        {
            var seen = new List<int>();
            for (var connection = 0; connection < connections; connection++)
            {
                if (!walk.Has(connection)) continue;
                while (walk.Passes(connection) == pass)
                {
                    var values = walk.Next(connection);
                    Assert.Equal(1_000_000_000 + (10 * pass), values.Of(RequestField.Time));
                    seen.Add(values.Meter);
                }
            }
            Assert.Equal(Enumerable.Range(0, Campus.Meters), seen.Order());
        }
    }

    [Theory]
    [InlineData("{\"result\":1}", "{\"result\":1}", true)]
    [InlineData("{\"result\":1}", "{\"result\":0}", false)]
    [InlineData("{\"money\":#.##}", "{\"money\":1.12}", true)]
    [InlineData("{\"money\":#.##}", "{\"money\":12.12}", false)]
    [InlineData("{\"money\":#.##}", "{\"money\":x.12}", false)]
    [InlineData("{\"money\":#.##}", "", false)]
    public void A_reply_must_be_the_pattern(string pattern, string body, bool matches) =>
        Assert.Equal(matches, new ReplyPattern(pattern).Matches(Encoding.UTF8.GetBytes(body)));
}
