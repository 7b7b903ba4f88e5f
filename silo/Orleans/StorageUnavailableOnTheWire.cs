using Sems.Storage;

namespace Sems.Silo.Orleans;

/// <summary>
/// A storage failure as it goes from process to process: its words, which tell the cause too, without the database's own exception
/// inside, which no other process knows.
/// </summary>
[GenerateSerializer, Alias("sems.StorageUnavailable"), Immutable]
internal struct StorageUnavailableOnTheWire
{
    /// <summary>What failed and why.</summary>
    [Id(0)] public string Message;
}

/// <summary>Puts it there and back.</summary>
[RegisterConverter]
internal sealed class StorageUnavailableConverter : IConverter<StorageUnavailableException, StorageUnavailableOnTheWire>
{
    public StorageUnavailableException ConvertFromSurrogate(in StorageUnavailableOnTheWire surrogate) => new(surrogate.Message);

    public StorageUnavailableOnTheWire ConvertToSurrogate(in StorageUnavailableException value) => new() { Message = value.Message };
}
