using System.Net.Http.Headers;
using System.Text;

namespace Sems.Gateway.Tests.Ledger;

/// <summary>Lists and curves as files. Times are China's.</summary>
public sealed class LedgerFileTests(ChargeFixture campus) : IClassFixture<ChargeFixture>
{
    [Fact]
    public async Task Charges_are_a_file_of_the_list_and_its_order()
    {
        var ids = campus.Ids;
        var (text, total) = await FileAsync("/api/admin/charges.csv?sort=started_at&status=ended&group=0001", "charges.csv");
        Assert.Equal("2", total);
        Assert.Equal(
            "\ufeff编号,充电站,电表,学号,卡号,状态,开始时间,结束时间,时长（分钟）,电量（kWh）,金额（元）,账单状态,结束原因\r\n"
            + $"{ids[0]},0001,0001,1030412535,5sdf87e4,已结束,{Time(0)},{Time(30)},30,0.250,0.25,未支付,card\r\n"
            + $"{ids[1]},0001,0002,1030412536,rose-card,已结束,{Time(30)},{Time(60)},30,0.250,0.25,未支付,card\r\n", text);
        (text, total) = await FileAsync("/api/admin/charges.csv?status=open", "charges.csv");
        Assert.Equal("2", total);
        Assert.Contains($"{ids[4]},0002,54855,1030412536,rose-card,已暂停,{Time(91)},,0,,,,\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bills_are_a_file_of_the_list()
    {
        var (text, total) = await FileAsync("/api/admin/bills.csv?student=1030412535&sort=created_at", "bills.csv");
        Assert.Equal("2", total);
        Assert.Equal(
            "\ufeff编号,学号,充电站,电表,充电开始时间,账单时间,金额（元）,状态\r\n"
            + $"{campus.Ids[0]},1030412535,0001,0001,{Time(0)},{Time(30)},0.25,未支付\r\n"
            + $"{campus.Ids[2]},1030412535,0002,21652,{Time(60)},{Time(90)},0.25,未支付\r\n", text);
        (await campus.Client.AdminAsync("/api/admin/bills.csv?sort=x")).MustExplain(400);
    }

    [Fact]
    public async Task A_curve_is_a_file()
    {
        var (text, total) = await FileAsync($"/api/admin/charges/{campus.Ids[0]}/curve.csv", $"curve-{campus.Ids[0]}.csv");
        Assert.Equal("2", total);
        var lines = text.Split("\r\n");
        Assert.Equal("\ufeff时间,Unix 时间（s）,电流（A）,电压（V）,电表读数（kWh）,功率（W）", lines[0]);
        Assert.EndsWith(",1000,2,,1,", lines[1], StringComparison.Ordinal);
        (await campus.Client.AdminAsync("/api/admin/charges/999999/curve.csv")).MustSay(404, "充电记录不存在");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    [InlineData("a,\"b\"\r\n", "\"a,\"\"b\"\"\r\n\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    public void A_field_is_a_text_to_a_spreadsheet(string field, string written) =>
        Assert.Equal(written, Admin.CsvText.Row([Admin.CsvText.Plain(field)]));

    private static string Time(int minutes) => TestGateway.Beginning.AddMinutes(minutes).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss");

    private async Task<(string Text, string Total)> FileAsync(string path, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + SemsClient.AdminPassword)));
        using var reply = await campus.Client.Http.SendAsync(request);
        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Equal("text/csv", reply.Content.Headers.ContentType!.MediaType);
        Assert.Equal(name, reply.Content.Headers.ContentDisposition!.FileName);
        return (Encoding.UTF8.GetString(await reply.Content.ReadAsByteArrayAsync()), reply.Headers.GetValues("X-Total-Count").Single());
    }
}
