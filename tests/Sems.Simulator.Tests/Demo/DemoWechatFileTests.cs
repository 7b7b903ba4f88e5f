using Sems.Simulator.Demo;
using Sems.Simulator.Tests.Support;

namespace Sems.Simulator.Tests.Demo;

public sealed class DemoWechatFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_account_and_its_followers_are_the_same_in_the_next_run()
    {
        var path = _folder.File("demo-wechat.json");
        var (account, users) = new DemoWechatFile(path).Read();
        Assert.All(users, u => Assert.False(u.Subscribed));
        new DemoWechatFile(path).Write(account, [users[0], users[1] with { Subscribed = true }]);
        var (again, people) = new DemoWechatFile(path).Read();
        Assert.Equal(account, again);
        Assert.Equal([false, true, false], people.Select(u => u.Subscribed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Account\":")]
    public void A_damaged_file_is_named(string text)
    {
        var path = _folder.File("demo-wechat.json");
        File.WriteAllText(path, text);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => new DemoWechatFile(path).Read()).Message, StringComparison.Ordinal);
    }
}
