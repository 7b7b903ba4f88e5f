using System.Collections.Concurrent;

namespace Sems.Engine.Tests.Support;

/// <summary>The scenes of an engine that several tests share: a grain's key is its scene, a colon, its name in the scene.</summary>
public sealed class Scenes
{
    private readonly ConcurrentDictionary<string, Scene> _scenes = new();

    public Scene this[string name] => _scenes.GetOrAdd(name, _ => new Scene());

    /// <summary>Scene and name of a key; a key without a colon is of the scene without a name.</summary>
    public static (string Scene, string Name) Split(string key) =>
        key.IndexOf(':') is var colon and >= 0 ? (key[..colon], key[(colon + 1)..]) : ("", key);

    public static string Key(string scene, string name) => scene.Length == 0 ? name : $"{scene}:{name}";
}
