namespace Sems.Gateway.Tests;

/// <summary>Pushes as an operator sees them.</summary>
public sealed class PushListTests(AlertFixture campus) : IClassFixture<AlertFixture>
{
    [Theory]
    [InlineData("", "4 3 2 1")]
    [InlineData("student=1030412535", "2 1")]
    [InlineData("charge=5", "2 1")]
    [InlineData("charge=99", "")]
    [InlineData("kind=pay_finish", "4 2")]
    [InlineData("state=pending", "1")]
    [InlineData("state=undeliverable", "3")]
    [InlineData("student=1030412536&kind=pay_finish&state=sent", "4")]
    [InlineData("student=&kind=&state=", "4 3 2 1")]
    [InlineData("student=1' OR '1'='1", "")]
    public async Task A_filter_finds_its_pushes_newest_first(string query, string expected) =>
        Assert.Equal((expected, expected.Length == 0 ? 0 : expected.Split(' ').Length), await campus.ListAsync("pushes?" + query));

    [Theory]
    [InlineData("page=1&pageSize=3", "4 3 2")]
    [InlineData("page=2&pageSize=3", "1")]
    [InlineData("page=2147483647&pageSize=500", "")]
    public async Task A_page_holds_its_part_of_the_list_and_the_total_of_all(string query, string expected) =>
        Assert.Equal((expected, 4), await campus.ListAsync("pushes?" + query));

    [Theory]
    [InlineData("page=0", "page 从 1 开始")]
    [InlineData("pageSize=501", "pageSize 必须是 1 到 500")]
    [InlineData("kind=PayFinish", "kind 必须是 already_finish、pay_finish、delay 或 exception")]
    [InlineData("state=open", "state 必须是 pending、sent、undeliverable 或 dead")]
    [InlineData("charge=five", "请求的参数或内容无法识别")]
    public async Task A_bad_parameter_is_named(string query, string words) =>
        (await campus.Client.AdminAsync("/api/admin/pushes?" + query)).MustSay(400, words);

    [Fact]
    public async Task A_push_tells_what_the_student_reads_and_what_became_of_it()
    {
        Assert.Equal(
            $$"""{"id":1,"charge_id":5,"kind":"already_finish","student_number":"1030412535","state":"pending","text":"【SEMS】您的电动车已充满（东门 1 号），请及时取车。","created_at":"{{AlertFixture.Time(0)}}","attempts":0,"next_at":"{{AlertFixture.Time(0)}}","done_at":null,"error":null}""",
            (await campus.Client.AdminAsync("/api/admin/pushes/1")).Text);
        Assert.Equal(
            $$"""{"id":2,"charge_id":5,"kind":"pay_finish","student_number":"1030412535","state":"dead","text":"【SEMS】充电已结束（费用 1.25 元）。","created_at":"{{AlertFixture.Time(0)}}","attempts":1,"next_at":null,"done_at":"{{AlertFixture.Time(0)}}","error":"template refused"}""",
            (await campus.Client.AdminAsync("/api/admin/pushes/2")).Text);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task A_push_that_is_not_there_is_not_found(string id)
    {
        (await campus.Client.AdminAsync("/api/admin/pushes/" + id)).MustSay(404, "推送不存在");
        (await campus.Client.AdminPostAsync($"/api/admin/pushes/{id}/retry", null)).MustSay(404, "推送不存在");
    }
}
