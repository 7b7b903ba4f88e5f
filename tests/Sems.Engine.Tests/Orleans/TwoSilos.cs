using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Orleans;

/// <summary>A cluster of two silos for the tests that need none of their own.</summary>
public sealed class TwoSilos() : TestEngine(2, _ => { });

/// <summary>The tests that share <see cref="TwoSilos"/>.</summary>
[CollectionDefinition(Name)]
public sealed class OnTwoSilos : ICollectionFixture<TwoSilos>
{
    public const string Name = "Two silos";
}
