namespace Sems.Engine.Tests.Support;

/// <summary>One engine for the tests that need none of their own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedEngine : ICollectionFixture<TestEngine>
{
    public const string Name = "Shared engine";
}
