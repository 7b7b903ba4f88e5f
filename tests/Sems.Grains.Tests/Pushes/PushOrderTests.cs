using Sems.Grains.Pushes;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>A student's pushes come in the order of what happened, whatever becomes of each try.</summary>
public sealed class PushOrderTests : PushFixture
{
    [Fact]
    public async Task While_one_push_is_retried_its_student_waits_and_others_of_the_shard_go_on()
    {
        var (slow, other) = (Student(4), Student(8)); // of one shard
        Channel.Answer = (message, _) => Task.FromResult(message.ChargeId == 1 && Channel.Given.Count(g => g.Message.ChargeId == 1) <= 3 ? new PushResult.RetryLater("busy") : ScriptedChannel.Sent);
        await AddAsync(1, PushKind.AlreadyFinish, slow);
        await AddAsync(2, PushKind.AlreadyFinish, slow);
        await AddAsync(3, PushKind.AlreadyFinish, other);
        await AddAsync(5, PushKind.AlreadyFinish, other);
        await UntilAsync("the other's are sent", async () => await CountAsync(PushState.Sent) == 2);
        Assert.Equal([1, 3, 5], Channel.Charges);
        for (var tried = 1; tried <= 3; tried++)
        {
            var push = await BecomesAsync(1, $"tried {tried} times", p => p.Attempts == tried);
            Assert.Equal((PushState.Pending, 0), ((await FindAsync(2))!.State, (await FindAsync(2))!.Attempts));
            Clock.Advance(push.NextAt - Clock.GetUtcNow());
            await PushWaker.WakeAsync(Grains, slow);
        }
        await BecomesAsync(2, "sent", p => p.State == PushState.Sent);
        Assert.Equal([1, 3, 5, 1, 1, 1, 2], Channel.Charges);
    }

    [Fact]
    public async Task With_many_students_and_a_channel_that_fails_at_random_each_gets_all_in_order()
    {
        const int students = 30, each = 12;
        var random = new Random(20261);
        Channel.Answer = (message, _) =>
        {
            var tries = Channel.Given.Count(g => g.Message.PushId == message.PushId);
            lock (random) return Task.FromResult(tries < 4 && random.Next(3) == 0 ? new PushResult.RetryLater("busy") : ScriptedChannel.Sent);
        };
        for (var i = 0; i < students * each; i++)
            await Database.Outbox.AddAsync(new PushRequest(1 + i, PushKind.AlreadyFinish, Student(i % students), "{}", Clock.GetUtcNow()));
        await SweepUntilAsync("all are sent", async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            return await CountAsync(PushState.Sent) == students * each;
        });
        foreach (var given in Channel.Given.GroupBy(g => g.Message.StudentNumber))
        {
            var charges = given.Select(g => g.Message.ChargeId).ToList();
            Assert.Equal(charges.Order(), charges); // tries of one come together
            Assert.Equal(each, charges.Distinct().Count());
        }
        Assert.True(Channel.Given.Count > students * each * 5 / 4, "hardly any try failed");
    }
}
