using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Sems.GrainInterfaces.Tests.Orleans;

/// <summary>Every message through Orleans' serializer and back.</summary>
public sealed class SerializerTests
{
    private static readonly Serializer Serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    public static TheoryData<Type> Messages => [.. Contracts.Messages];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_full_message_comes_back_as_it_was(Type message) => AssertSame(new Examples().Full(message));

    [Theory]
    [MemberData(nameof(Messages))]
    public void An_empty_message_comes_back_as_it_was(Type message) => AssertSame(Examples.Empty(message));

    [Fact]
    public void A_newer_sender_may_say_more_than_an_older_receiver_knows()
    {
        var bytes = Serializer.SerializeToArray(new NewerAnswer(Refusal.Blocked, 7, "new"));
        var read = Serializer.Deserialize<OlderAnswer>(bytes);
        Assert.Equal(new OlderAnswer(Refusal.Blocked, 7), read);
    }

    private static void AssertSame(object sent)
    {
        var received = Serializer.Deserialize<object>(Serializer.SerializeToArray<object>(sent));
        Assert.IsType(sent.GetType(), received);
        Assert.Equal(Text(sent), Text(received));
    }

    private static string Text(object message) => string.Join('\n', Contracts.Fields(message.GetType()).Select(f => $"{f.Id} {Value(f.Member.GetValue(message))}"));

    private static string Value(object? value) => value switch
    {
        null => "-",
        System.Collections.IEnumerable items and not string when IsDefault(items) => "default",
        System.Collections.IEnumerable items and not string => "[" + string.Join(", ", items.Cast<object?>().Select(Value)) + "]",
        _ when Contracts.Messages.Contains(value.GetType()) => "{" + Text(value) + "}",
        _ => JsonSerializer.Serialize(value),
    };

    private static bool IsDefault(object items) => (bool?)items.GetType().GetProperty("IsDefault")?.GetValue(items) ?? false;
}

/// <summary>A message of an older version.</summary>
[GenerateSerializer, Immutable, Alias("sems.tests.OlderAnswer")]
public sealed record OlderAnswer([property: Id(0)] Refusal Refusal, [property: Id(1)] long Number);

/// <summary>The same with a field more.</summary>
[GenerateSerializer, Immutable, Alias("sems.tests.NewerAnswer")]
public sealed record NewerAnswer([property: Id(0)] Refusal Refusal, [property: Id(1)] long Number, [property: Id(2)] string Added);
