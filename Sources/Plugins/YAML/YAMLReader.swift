public import NetPlan
