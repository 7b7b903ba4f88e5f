using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Writer;

public sealed class StatementFaultTests : StorageFixture
{
    private const int Samples = 50; // more than are sealed at once

    [Fact]
    public async Task Whichever_statement_of_a_transaction_fails_nothing_of_it_is_stored_and_its_repeat_is()
    {
        var failures = 0;
        for (var (step, goOn) = (1, true); goOn; step++)
        {
            var id = await BeginAsync();
            for (var i = 0; i < Samples; i++) await Storage.Curves.AppendAsync(id, Reading(i));
            Faults.FailAtStep(step);
            var failed = await EndsInVainAsync(id);
            goOn = !Faults.FailAtStep(0);
            if (failed) failures++;
            Assert.Equal(failed ? 0 : 1, Number($"SELECT count(*) FROM bills WHERE charge_id = {id}"));
            Assert.Equal(failed ? 0 : 4, Number($"SELECT status FROM charges WHERE charge_id = {id}"));
            Assert.Equal(failed ? step - 1 : step, Number("SELECT bills FROM ledger_totals"));
            Assert.Equal(failed ? step - 1 : step, Number("SELECT count(*) FROM charges WHERE status = 4"));
            Assert.Equal(Samples, (await Storage.Curves.ReadAsync(id)).Count);

            Assert.False(await EndsInVainAsync(id));
            Assert.Equal(step, Number("SELECT bills FROM ledger_totals"));
            Assert.Equal(Samples, (await Storage.Curves.ReadAsync(id)).Count);
        }
        Assert.InRange(failures, 5, 200);
    }

    [Fact]
    public async Task A_read_that_fails_says_so_and_the_next_one_is_answered()
    {
        var id = await BeginAsync();
        Faults.FailAtStep(1);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Ledger.FindChargeAsync(id));
        Assert.NotNull(await Storage.Ledger.FindChargeAsync(id));
    }

    private async Task<bool> EndsInVainAsync(long id)
    {
        try
        {
            await Storage.Ledger.CloseChargeAsync(End(id));
            return false;
        }
        catch (StorageUnavailableException)
        {
            return true;
        }
    }
}
