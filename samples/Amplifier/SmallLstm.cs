using DslNet;

namespace Amplifiers;

/// <summary>One recurrent layer of three values.</summary>
[Network]
[Sequence(1), LSTM(3), Dense(1)]
internal sealed partial class SmallLstm;
