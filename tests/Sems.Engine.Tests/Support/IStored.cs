namespace Sems.Engine.Tests.Support;

/// <summary>A grain with two persistent states.</summary>
[Alias("test.IStored")]
public interface IStored : IGrainWithStringKey
{
    [Alias("Look")]
    Task<StoredLook> Look();

    [Alias("Set")]
    Task Set(int number);

    [Alias("Write")]
    Task Write(int number);

    [Alias("Read")]
    Task Read();

    [Alias("Clear")]
    Task Clear();

    [Alias("WriteExtra")]
    Task WriteExtra(int number);

    [Alias("Extra")]
    Task<int> Extra();

    [Alias("SeenOnActivate")]
    Task<int> SeenOnActivate();

    [Alias("End")]
    Task End();
}

/// <summary>A state as its grain sees it.</summary>
[GenerateSerializer, Immutable, Alias("test.StoredLook")]
public sealed record StoredLook([property: Id(0)] int Number, [property: Id(1)] bool Exists, [property: Id(2)] string? Etag);
