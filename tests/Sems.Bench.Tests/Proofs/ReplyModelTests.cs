using System.Text;
using Sems.Bench.Proofs.Fuzz;

namespace Sems.Bench.Tests.Proofs;

public sealed class ReplyModelTests
{
    [Theory]
    [InlineData("charge", """{"result":1}""")]
    [InlineData("charge", """{"result":0,"message":"没有正在进行的充电"}""")]
    [InlineData("charge", """{"result":-1,"message":"current_value 超出范围（0–100 A）"}""")]
    [InlineData("charge", """{"result":-1,"message":"请求不是合法的 JSON 对象"}""")]
    [InlineData("money", """{"money":1.12}""")]
    [InlineData("money", """{"money":0.00,"result":0,"message":"电表不存在"}""")]
    [InlineData("checkStudent", """{"student_number":1030412535,"username":"jack","result":1}""")]
    [InlineData("checkStudent", """{"student_number":null,"result":0,"message":"序列号没有对应的学号"}""")]
    [InlineData("AmmeterControl", """{"result":0,"message":"充电站不存在"}""")]
    public void A_documented_reply_is_good(string call, string body) => Assert.Null(FaultOf(call, 200, body));

    [Theory]
    [InlineData("charge", 200, """{"result":-1,"message":"系统异常"}""")] // an internal error
    [InlineData("charge", 200, """{"result":0,"message":"充电站不存在"}""")] // another call's refusal
    [InlineData("charge", 200, """{"result":-1,"message":"card_number 缺失"}""")] // a field it does not read
    [InlineData("charge", 200, """{"result":1,"more":1}""")]
    [InlineData("charge", 200, """{"result":1}}""")]
    [InlineData("charge", 200, """{"result":1,"result":1}""")]
    [InlineData("charge", 200, "")]
    [InlineData("charge", 200, "[]")]
    [InlineData("charge", 500, """{"result":-1,"message":"系统异常"}""")]
    [InlineData("charge", 503, "")]
    [InlineData("charge", 400, """{"result":-1,"message":"请求没有完整到达"}""")]
    [InlineData("charge", 0, "")]
    [InlineData("money", 200, """{"money":1.125}""")]
    [InlineData("money", 200, """{"money":-1.12}""")]
    [InlineData("money", 200, """{"money":"1.12"}""")]
    [InlineData("AmmeterControl", 200, """{"000000000000":"1"}""")] // not the whole station
    [InlineData("checkStudent", 200, """{"student_number":1030412535,"username":"jack","result":0}""")]
    public void Anything_else_is_found(string call, int status, string body) => Assert.NotNull(FaultOf(call, status, body));

    [Fact]
    public void The_content_type_must_be_right_and_the_text_UTF_8()
    {
        var sent = Case("charge");
        Assert.NotNull(ReplyModel.FaultOf(sent, new FuzzReply(200, "text/html", false, "{\"result\":1}"u8.ToArray())));
        Assert.NotNull(ReplyModel.FaultOf(sent, new FuzzReply(200, ReplyModel.ContentType, false, [0xFF])));
    }

    [Fact]
    public void The_same_seed_and_number_make_the_same_body_and_others_make_others()
    {
        var bodies = Enumerable.Range(0, 2_000).Select(n => FuzzCases.Make(7, n)).ToList();
        Assert.Equal(bodies.Select(b => b.ToString()), Enumerable.Range(0, 2_000).Select(n => FuzzCases.Make(7, n).ToString()));
        Assert.NotEqual(bodies[5].ToString(), FuzzCases.Make(8, 5).ToString());
        Assert.InRange(bodies.Select(b => Convert.ToBase64String(b.Body)).Distinct().Count(), 1_800, 2_000);
        Assert.True(bodies.Select(b => b.Kind).Distinct().Count() > 20);
    }

    private static string? FaultOf(string call, int status, string body) =>
        ReplyModel.FaultOf(Case(call), new FuzzReply(status, ReplyModel.ContentType, false, Encoding.UTF8.GetBytes(body)));

    private static FuzzCase Case(string call) => new() { Number = 1, Call = FuzzCall.Weighted.First(c => c.Name == call), Kind = "", Body = [] };
}
