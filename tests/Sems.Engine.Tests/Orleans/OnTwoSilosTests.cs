using Microsoft.Extensions.DependencyInjection;
using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Orleans;

[Collection(OnTwoSilos.Name)]
public sealed class CallsOnTwoSilos(TwoSilos engine) : CallTests(engine);

[Collection(OnTwoSilos.Name)]
public sealed class ReferencesOnTwoSilos(TwoSilos engine) : ReferenceTests(engine);

[Collection(OnTwoSilos.Name)]
public sealed class StatesOnTwoSilos(TwoSilos engine) : StateTests(engine);

[Collection(OnTwoSilos.Name)]
public sealed class InterleavingsOnTwoSilos(TwoSilos engine) : InterleavingTests(engine);

[Collection(OnTwoSilos.Name)]
public sealed class LifetimesOnTwoSilos(TwoSilos engine) : LifetimeTests(engine);

[Collection(OnTwoSilos.Name)]
public sealed class FailuresOnTwoSilos(TwoSilos engine) : FailureTests(engine);

[Collection(OnTwoSilos.Name)]
public sealed class TimersOnTwoSilos(TwoSilos engine) : TimerTests(engine);

public sealed class FiltersOnTwoSilos : FilterTests
{
    protected override Task<TestEngine> StartAsync(Action<IServiceCollection> register) => TestEngine.StartAsync(register, silos: 2);
}
