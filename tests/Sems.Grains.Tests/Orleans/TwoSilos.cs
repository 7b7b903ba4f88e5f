using Sems.Grains.Tests.Ammeters;
using Sems.Grains.Tests.Groups;
using Sems.Grains.Tests.Students;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Orleans;

// The same tests once more with meters on one silo, all others on another, and the caller a client of both.

public sealed class TwoSiloAmmeterGrainTests : AmmeterGrainTests
{
    protected override int Silos => 2;
}

public sealed class TwoSiloAmmeterGroupGrainTests : AmmeterGroupGrainTests
{
    protected override int Silos => 2;
}

public sealed class TwoSiloStudentGrainTests : StudentGrainTests
{
    protected override int Silos => 2;
}

public sealed class TwoSiloInterruptedChargeTests : InterruptedChargeTests
{
    protected override int Silos => 2;
}

public sealed class TwoSiloStorageOutageTests : StorageOutageTests
{
    protected override int Silos => 2;
}

public sealed class TwoSiloPlacementTests : SiloFixture
{
    protected override int Silos => 2;

    [Fact]
    public async Task Meters_and_whom_they_talk_to_are_on_different_silos()
    {
        await Meter("A").Start("c1");
        Assert.Equal(1, await Silo.SilosOfAsync("ammeter"));
        Assert.Equal(1, await Silo.SilosOfAsync("ammetergroup", "student", "card"));
        Assert.Equal(2, await Silo.SilosOfAsync("ammeter", "student"));
    }
}
