namespace Sems.Embedded;

/// <summary>A stored grain state.</summary>
/// <param name="Payload">The serialized state.</param>
/// <param name="Etag">Version; another one after every write.</param>
public sealed record GrainRecord(byte[] Payload, string Etag);
